/** What one check came to: numbers as they were counted, and whether they are as promised. */
export interface Figure {
  check: string;
  /** Where it ran; `node` for what needs no browser. */
  where: 'chromium' | 'firefox' | 'node';
  counts: Record<string, number>;
  asPromised: boolean;
}

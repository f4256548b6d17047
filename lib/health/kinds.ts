/**
 * What may be found wrong with what is remembered: `repeated` answers of one question, questions written `alike`, `blank`
 * texts, questions of which every answer was `refused`, and questions `unused` for a year. In the order in which they are shown.
 */
export const HEALTH_KINDS = ['repeated', 'alike', 'blank', 'refused', 'unused'] as const;

export type HealthKind = (typeof HEALTH_KINDS)[number];

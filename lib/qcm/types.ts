/** One question of a `qcm.json` with its answers, in the order of the file. */
export interface QcmEntry {
  question: string;
  answers: string[];
  /** False when a value of its list could not be read, so that being alone in the list proves nothing. */
  whole: boolean;
}

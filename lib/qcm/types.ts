/** One question of a `qcm.json` with its answers, in the order of the file. */
export interface QcmQuestion {
  question: string;
  answers: string[];
}

/** The same as it was read. */
export interface QcmEntry extends QcmQuestion {
  /** False when a value of its list could not be read, so that being alone in the list proves nothing. */
  whole: boolean;
}

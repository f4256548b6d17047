/** A security question as EcoleDirecte asks it: the exact texts, decoded, in the order of the page. */
export interface Challenge {
  question: string;
  propositions: string[];
}

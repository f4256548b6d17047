/**
 * The folded form of a text: two texts that differ only in case, accents, ligatures, spacing or the shape of an
 * apostrophe fold to the same. Good for finding what resembles, never for deciding that two texts are equal.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}\s]/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[’‘ʼ`´′]/g, "'");
}

/** The ids under which the vault's values are stored, the same in each place where it lies. */
export const HEADER = 'header';
/** The non-extractable key of device mode; it never leaves the database. */
export const DEVICE_KEY = 'device-key';
/** What takes the last change back. */
export const UNDO = 'undo';
/** Which vault this is, and after which change. */
export const STAMP = 'stamp';
/** What every record's id begins with. */
export const RECORD_PREFIX = 'q:';
/** What every journal entry's id begins with. */
export const JOURNAL_PREFIX = 'j:';
/** What an id is behind that is put in no place: all entries before it were removed. It sorts after every other. */
export const PURGED_PREFIX = '~';
/** Damaged values that something new took the place of: kept, as they may yet be of use. */
export const ASIDE_PREFIX = 'x:';
/** The journal keeps this many entries; the oldest go first. */
export const JOURNAL_LENGTH = 1_000;

/**
 * Which reader made a reading. It changes whenever the same text may give other claims, so that a record can tell
 * which of its readings to make again.
 */
export const READER_VERSION = '0.1.0';

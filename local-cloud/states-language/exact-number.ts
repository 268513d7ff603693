import { randomUUID } from 'node:crypto';

/** Stands before a number's text where it has to pass for a string; nobody outside this process can know it. */
const MARK = `exact ${randomUUID()} `;
const MARKED = new RegExp(`"${MARK}([^"]+)"`, 'g');

/** Whether numbers are being written as their texts, and whether there was one. */
const writing = { exactly: false, met: false };

/**
 * A number of JSON whose text a double would change: one of more digits (`411526199001011234`), beyond a double
 * (`1e400`), or only spelled otherwise (`1.0`, `1E5`, `-0`). Whatever hands it on keeps its text.
 */
export class ExactNumber {
  constructor(readonly text: string) {}

  get value(): number {
    return Number(this.text);
  }

  toJSON(): number | string {
    if (!writing.exactly) return this.value;
    writing.met = true;
    return MARK + this.text;
  }
}

/**
 * Where a number may stand that a double changes: with 16 digits or more, an exponent, a closing zero after the point,
 * small enough to be written with an exponent, or negative zero. Texts in quotation marks may look like one: they cost
 * time only.
 */
const SUSPECT =
  /(?:^|"\s*:|[,[])\s*-?(?:[\d.]{16}|\d+\.\d*0(?!\d)|0\.0{6}|\d+(?:\.\d+)?[eE])|(?:^|"\s*:|[,[])\s*-0(?![.\d])/;
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** Reads JSON text as JSON.parse does, errors too, but keeps the texts of numbers that a double would change. */
export function parseExactly(text: string): unknown {
  const plain: unknown = JSON.parse(text);
  if (!SUSPECT.test(text)) return plain;
  const marked = text.replace(TOKEN, (token) =>
    token.startsWith('"') || String(Number(token)) === token ? token : `"${MARK}${token}"`,
  );
  return JSON.parse(marked, (_name, value: unknown) =>
    typeof value === 'string' && value.startsWith(MARK) ? new ExactNumber(value.slice(MARK.length)) : value,
  );
}

/** The JSON text of a value, each {@link ExactNumber} as its own. */
export function writeExactly(value: unknown): string {
  writing.exactly = true;
  writing.met = false;
  try {
    const text = JSON.stringify(value);
    return writing.met ? text.replace(MARKED, '$1') : text;
  } finally {
    writing.exactly = false;
  }
}

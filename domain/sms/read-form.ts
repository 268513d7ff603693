import { readAskCode } from '../codes/ask-code.js';
import type { NumberedValue } from '../programme/read-form-values.js';
import { given } from '../words/given.js';
import type { Command } from './command.js';
import { foldText, tidyText } from '../words/fold-text.js';
import { separatorLength, withoutSeparators } from '../words/separators.js';

const WORD = /^(?:填?表|form(?![a-z]))/;
/** A form that comes without the word: its first field. */
const FIRST = /^\d{1,2}\s*=/;
/** Why a form is handed in though it does not meet the conditions, behind its fields. */
const REASON = /(?:^|[\s,;，；、。.])(?:特殊)?(?:理由|because|reason)(?![a-z])/iu;
/** "1=" before a value; the numbers of a form's fields. */
const FIELD = /(?:^|[,;，；、。.]|(?<![\s,;，；、。.])\s)\s*(\d{1,2})\s*=/g;

/** A code at the beginning, and how many characters it takes. */
function codeAt(folded: string): { code: string; length: number } | undefined {
  const read = readAskCode(folded.slice(0, 4));
  const ends = !/^[a-z0-9]/.test(folded.slice(4));
  return read && 'code' in read && ends ? { code: read.code, length: 4 } : undefined;
}

/**
 * Reads "表 K7Q3 1=72 2=左眼" and "form 1=72 2=left", the code on either side of the word or left out; without values it
 * asks which fields there are. Other words after it make it none: "表坏了" is about a meter.
 */
export function readForm(text: string): Command | undefined {
  const original = tidyText(text);
  const folded = foldText(text);
  const first = codeAt(folded);
  const from = first ? first.length + separatorLength(folded.slice(first.length)) : 0;
  const word = WORD.exec(folded.slice(from))?.[0] ?? (FIRST.test(folded.slice(from)) ? '' : undefined);
  if (word === undefined) return undefined;
  const rest = withoutSeparators(original.slice(from + word.length));
  const second = first ? undefined : codeAt(foldText(rest));
  const all = second ? withoutSeparators(rest.slice(second.length)) : rest;
  const found = REASON.exec(all);
  const reason = found && withoutSeparators(all.slice(found.index + found[0].length)).replace(/^=\s*/, '');
  const values = readValues(found ? all.slice(0, found.index) : all);
  const code = first ?? second;
  return values && { name: 'form', ...given({ code: code?.code, reason: reason || undefined }), values };
}

/** The values with the numbers of their fields; undefined when other words come first. */
function readValues(words: string): NumberedValue[] | undefined {
  const folded = foldText(words);
  if (folded === '') return [];
  const fields = [...folded.matchAll(FIELD)];
  if (fields[0]?.index !== 0) return undefined;
  return fields.map((field, i) => ({
    number: Number(field[1]),
    words: words.slice(field.index + field[0].length, fields[i + 1]?.index).trim(),
  }));
}

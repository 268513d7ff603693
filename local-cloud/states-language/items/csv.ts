import { UnreadableItems } from './unreadable-items.js';

const DELIMITERS = { COMMA: ',', PIPE: '|', SEMICOLON: ';', SPACE: ' ', TAB: '\t' } as const;

export interface CsvRules {
  readonly CSVDelimiter?: keyof typeof DELIMITERS | undefined;
  readonly CSVHeaderLocation?: 'FIRST_ROW' | 'GIVEN' | undefined;
  readonly CSVHeaders?: readonly string[] | undefined;
}

/**
 * The fields of each row. Quoted ones may hold delimiters and line breaks; a quote in them is doubled. A backslash
 * keeps the character after it. https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html
 */
function* rowsOf(text: string, delimiter: string): Generator<readonly string[]> {
  let row: string[] = [];
  let field = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    const next = text.charAt(at + 1);
    const isPair = (sign === '\\' && next !== '') || (quoted && sign === '"' && next === '"');
    if (isPair) {
      field += next;
      at += 1;
    } else if (sign === '"' && (quoted || field === '')) quoted = !quoted;
    else if (quoted || (sign !== delimiter && sign !== '\n' && sign !== '\r')) field += sign;
    else {
      row.push(field);
      field = '';
      if (sign === delimiter) continue;
      if (sign === '\r' && next === '\n') at += 1;
      yield row;
      row = [];
    }
  }
  if (field !== '' || row.length > 0) yield [...row, field];
}

const isBlank = (row: readonly string[]): boolean => row.length === 1 && row[0] === '';

/** Each row as an object of texts: fields beyond the headers are left out, missing ones are empty. */
export function* csvItems(text: string, rules: CsvRules): Generator<Readonly<Record<string, string>>> {
  const { CSVDelimiter = 'COMMA', CSVHeaderLocation, CSVHeaders } = rules;
  let headers = CSVHeaderLocation === 'GIVEN' ? CSVHeaders : undefined;
  if (headers !== undefined) checkHeaders(headers);
  for (const row of rowsOf(text.replace(/^\uFEFF/, ''), DELIMITERS[CSVDelimiter])) {
    if (isBlank(row)) continue;
    if (headers === undefined) {
      checkHeaders(row);
      headers = row;
    } else yield Object.fromEntries(headers.map((name, index) => [name, row[index] ?? '']));
  }
}

function checkHeaders(headers: readonly string[]): void {
  if (new Set(headers).size < headers.length)
    throw new UnreadableItems('CSV headers cannot contain duplicates.');
}

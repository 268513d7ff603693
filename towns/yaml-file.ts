import { type Document, LineCounter, isNode, parseDocument } from 'yaml';
import type * as z from 'zod';
import { cleanValue } from '../domain/words/clean-value.js';
import type { TownPath } from '../domain/town/town-problem.js';
import { explainIssue } from './explain-issue.js';
import type { ImportReport, Locate } from './import-report.js';
import { readText } from './read-file.js';
import type { TownFiles } from './town-files.js';

/** A YAML file that could be parsed. */
export interface YamlFile {
  readonly value: unknown;
  /** Where a path of its keys stands. */
  readonly locate: Locate;
}

/** Reads a YAML file; undefined, with problems, when it is missing or no YAML. */
export function readYaml(files: TownFiles, file: string, report: ImportReport): YamlFile | undefined {
  const text = readText(files, file, report);
  if (text === undefined) return undefined;
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error) {
    // Only the first: the parser stumbles over the rest of the file because of it.
    const row = lines.linePos(error.pos[0]).line;
    report.add(
      { file, row },
      { 'zh-CN': `YAML 格式错误：${error.message}`, en: `is not valid YAML: ${error.message}` },
    );
    return undefined;
  }
  return { value: toValue(document, file, report), locate: (path) => locate(document, lines, file, path) };
}

function toValue(document: Document, file: string, report: ImportReport): unknown {
  try {
    // The meaning of an escape cannot be seen in the file, and the character may not be seen at all.
    return cleanValue(document.toJS(), Infinity).value;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    report.add({ file }, { 'zh-CN': `YAML 格式错误：${reason}`, en: `is not valid YAML: ${reason}` });
    return undefined;
  }
}

/** The line of the innermost part of the path that is there; a missing field is shown at what it is missing from. */
function locate(document: Document, lines: LineCounter, file: string, path: TownPath): ReturnType<Locate> {
  const field = path.length > 0 ? { field: path.join('.') } : {};
  for (let length = path.length; length >= 0; length -= 1) {
    const node: unknown = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return { file, row: lines.linePos(node.range[0]).line, ...field };
  }
  return { file, ...field };
}

/** Checks a value of a YAML file against a schema; undefined, with a problem for each finding, when it does not fit. */
export function fit<T>(
  schema: z.ZodType<T>,
  value: unknown,
  locate: Locate,
  report: ImportReport,
): T | undefined {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    for (const { path, message } of explainIssue(issue, value))
      report.problems.push({ ...locate(path), message });
  }
  return undefined;
}

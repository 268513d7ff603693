import * as z from 'zod';
import { languageSchema } from '../domain/words/language.js';
import type { Town } from '../domain/town/schema.js';
import type { ImportReport } from './import-report.js';
import { type YamlFile, fit, readYaml } from './yaml-file.js';
import type { TownFiles } from './town-files.js';

/** Texts of one language, by key. What is empty or no text at all counts as missing. */
const entriesSchema = z.record(z.string(), z.unknown());

/**
 * Reads texts.zh-CN.yaml and texts.en.yaml into one table. A text that one of them lacks is left empty there; which
 * keys there must be is checked with the town. Undefined when a file could not be read, so that not every text is then
 * called missing.
 */
export function readTexts(files: TownFiles, report: ImportReport): Town['texts'] | undefined {
  const [chinese, english] = languageSchema.options.map((language) => {
    const file = `texts.${language}.yaml`;
    const yaml = readYaml(files, file, report);
    const entries = yaml && fit(entriesSchema, yaml.value, yaml.locate, report);
    return yaml && entries ? { yaml, entries: onlyTexts(entries, yaml, report) } : undefined;
  });
  if (!chinese || !english) return undefined;
  const keys = new Set([...Object.keys(chinese.entries), ...Object.keys(english.entries)]);
  // A key that neither file has stands at the head of the file that lacks it.
  report.remember(['texts'], ([key, language]) => {
    const { yaml } = language === 'en' ? english : chinese;
    return yaml.locate(key === undefined ? [] : [key]);
  });
  return Object.fromEntries(
    [...keys].map((key) => [key, { 'zh-CN': chinese.entries[key] ?? '', en: english.entries[key] ?? '' }]),
  );
}

function onlyTexts(
  entries: Record<string, unknown>,
  yaml: YamlFile,
  report: ImportReport,
): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [key, value] of Object.entries(entries)) {
    const text = fit(z.string(), value, (rest) => yaml.locate([key, ...rest]), report);
    if (text !== undefined) texts[key] = text.trim();
  }
  return texts;
}

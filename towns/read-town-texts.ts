import * as z from 'zod';
import { describeTexts, type DescribedText } from '../domain/texts/describe-texts.js';
import { signatureProblem } from '../domain/texts/manner-problems.js';
import { languageSchema } from '../domain/words/language.js';
import { settingsSchema } from '../domain/town/schema.js';
import { folderFiles } from './folder-files.js';
import { ImportReport } from './import-report.js';
import { inReadingOrder, type Problem } from './problem.js';
import { readTexts } from './read-texts.js';
import { fit, readYaml } from './yaml-file.js';

const smsSchema = z.object({ sms: settingsSchema.shape.sms });

/** The texts of a town's folder one by one, or why they cannot be read. */
export interface TownTexts {
  readonly texts: readonly DescribedText[];
  /** Problems of the files, or of the signature that every text bears. */
  readonly problems: readonly Problem[];
}

/** Reads the texts alone: what else is wrong with a town does not keep whoever words its texts from seeing them. */
export function readTownTexts(dir: string): TownTexts {
  const report = new ImportReport();
  const files = folderFiles(dir);
  const yaml = readYaml(files, 'settings.yaml', report);
  const settings = yaml && fit(smsSchema, yaml.value, yaml.locate, report);
  const texts = readTexts(files, report);
  if (!yaml || !settings || !texts) return { texts: [], problems: inReadingOrder(report.problems) };
  for (const language of languageSchema.options) {
    const message = signatureProblem(settings.sms.signature[language], settings);
    if (message) report.problems.push({ ...yaml.locate(['sms', 'signature', language]), message });
  }
  return { texts: describeTexts(texts, settings), problems: inReadingOrder(report.problems) };
}

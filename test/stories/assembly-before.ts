import { mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withRetries } from '../../infra/retries.js';
import { ROOT } from './town-story.js';

const TEMPLATE = 'SmallGrid.template.json';
/** Machines whose tasks have another contract since, as the release before had them. */
const CHANGED = ['resident-request', 'coordination', 'follow-up', 'staff-task'];

interface Machine {
  readonly Type: string;
  Properties?: { DefinitionString?: unknown };
}

const definition = (machine: string): { Comment: string } =>
  JSON.parse(readFileSync(join(import.meta.dirname, 'before', `${machine}.asl.json`), 'utf8')) as {
    Comment: string;
  };

/** An assembly in a folder of its own: of this release, but with the state machines of the one before. Answers the folder. */
export function assemblyBefore(): string {
  const [now, folder] = [join(ROOT, 'cdk.out'), mkdtempSync(join(tmpdir(), 'small-grid-before-'))];
  for (const entry of readdirSync(now).filter((name) => name !== TEMPLATE))
    symlinkSync(join(now, entry), join(folder, entry));
  const template = JSON.parse(readFileSync(join(now, TEMPLATE), 'utf8')) as {
    Resources: Record<string, Machine>;
  };
  const before = CHANGED.map((machine) => [constructOf(machine), definition(machine)] as const);
  for (const [id, { Type, Properties }] of Object.entries(template.Resources)) {
    const [, old] = before.find(([construct]) => id.includes(construct)) ?? [];
    if (Type === 'AWS::StepFunctions::StateMachine' && old && Properties)
      Properties.DefinitionString = JSON.stringify(withRetries(old));
  }
  writeFileSync(join(folder, TEMPLATE), JSON.stringify(template));
  return folder;
}

/** `ResidentRequest`, part of the logical id. */
const constructOf = (machine: string): string =>
  machine.replace(/(^|-)(\w)/g, (_, _dash, first: string) => first.toUpperCase());

import type { Said } from '../../tools/operator/run-command.js';
import type { TownStory } from './town-story.js';

/** An operator's command, on the local cloud of a story. */
export async function operate(
  town: TownStory,
  command: (args: string[], said: Said) => Promise<number>,
  ...args: string[]
): Promise<{ code: number; said: string[] }> {
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  const code = await command(['--endpoint', town.cloud.endpoint, ...args], { out: say, err: say });
  await town.cloud.clock.settled();
  return { code, said };
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allStates, machineGraph } from '../../web/admin/graph/machine-graph.js';
import { stepOf } from '../../web/admin/graph/step-name.js';
import { machineWords } from '../../web/admin/executions/machine-words.js';

const WORKFLOWS = join(import.meta.dirname, '../../workflows');

const MACHINES = readdirSync(WORKFLOWS)
  .filter((file) => file.endsWith('.asl.json'))
  .map((file) => file.replace('.asl.json', ''));

interface Words {
  readonly steps: Readonly<Record<string, string>>;
  readonly states: Readonly<Record<string, { readonly name: string; readonly purpose?: string }>>;
  readonly earlier: Readonly<Record<string, string>>;
}

const read = (file: string): unknown => JSON.parse(readFileSync(join(WORKFLOWS, file), 'utf8'));

const CHINESE = /[\u4e00-\u9fff]/;

/** The definition itself is in English: its states' names, and what each is for. */
describe.each(MACHINES)('the words of %s', (machine) => {
  const graph = machineGraph(read(`${machine}.asl.json`) as Record<string, unknown>);
  const states = allStates(graph);
  const words = read(`${machine}.words.json`) as Words;
  const [zh, en] = (['zh-CN', 'en'] as const).map((language) => machineWords(machine, language));

  it('name the machine and say what it is for, in both languages', () => {
    expect([zh?.name, zh?.purpose(graph.comment)]).toEqual([
      expect.stringMatching(CHINESE),
      expect.stringMatching(CHINESE),
    ]);
    expect(en?.name).not.toBe(machine);
    expect(en?.purpose(graph.comment)).toBe(graph.comment);
    expect(graph.comment).toMatch(/\w/);
  });

  it('name every state, and its step, in both languages', () => {
    const unnamed = states.filter(({ name }) => !CHINESE.test(words.states[name]?.name ?? ''));
    expect(unnamed.map(({ name }) => name)).toEqual([]);
    const steps = [...new Set(states.flatMap(({ name }) => stepOf(name) ?? []))];
    expect(steps.filter((step) => !CHINESE.test(words.steps[step] ?? ''))).toEqual([]);
    expect(states.filter(({ name }) => CHINESE.test(name))).toEqual([]);
  });

  it('say in both languages what a state is for, where its definition says it', () => {
    const silent = states.filter(
      ({ name, comment }) => (comment === undefined) !== (words.states[name]?.purpose === undefined),
    );
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('name no state that is not there, but those of earlier definitions', () => {
    const names = new Set(states.map(({ name }) => name));
    expect(Object.keys(words.states).filter((name) => !names.has(name))).toEqual([]);
    expect(Object.keys(words.earlier).filter((name) => names.has(name))).toEqual([]);
    expect(Object.values(words.earlier).filter((name) => !CHINESE.test(name))).toEqual([]);
    const steps = new Set(states.map(({ name }) => stepOf(name)));
    expect(Object.keys(words.steps).filter((step) => !steps.has(step))).toEqual([]);
  });

  it('tell no two states by one name', () => {
    const names = states.map(({ name }) => zh?.whole(name));
    expect(names.filter((name, position) => names.indexOf(name) !== position)).toEqual([]);
  });
});

it('a state of a definition that nobody knows keeps its name', () => {
  expect(machineWords('resident-request', 'zh-CN').state('Dream')).toBe('Dream');
  expect(machineWords('another', 'zh-CN').whole('Dream: on')).toBe('Dream: on');
});

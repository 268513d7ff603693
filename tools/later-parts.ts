import { existsSync, realpathSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import {
  build,
  type BuildOptions,
  type BuildResult,
  type Metafile,
  type OutputFile,
  type Plugin,
  type PluginBuild,
} from 'esbuild';

/** Functions of our sources, by their module, that come with one part. */
type Given = Readonly<Record<string, readonly string[]>>;
export type Parts = Readonly<Record<string, Given>>;

/**
 * There is one of each in a function, whichever file uses it: who catches an error tells it by its class, as who writes HTML
 * tells what is HTML; and the log has the ids of what is under way.
 */
const SHARED: Given = {
  'adapters/log.ts': ['errorName', 'log', 'logWith'],
  'domain/domain-error.ts': ['DomainError'],
  'functions/resident/plain-pages/html.ts': ['Html', 'html'],
  'functions/http/problem.ts': ['Problem', 'problemResponse', 'retryHeader'],
};

const [PART, WHOLE] = ['later-part', '?whole'];
const HANDED_OVER = 'handedOver';

const stub = (name: string): string => `export const ${name} = (...given) => part().${name}(...given);`;

/** A module as the rest of a function finds it: what is loaded later loads its part when it is first called. */
const withStubs = (file: string, part: string, names: readonly string[]): string =>
  [
    `export * from ${JSON.stringify(`${file}${WHOLE}`)};`,
    `import { part } from '${PART}:${part}';`,
    ...names.map(stub),
  ].join('\n');

/** What loads a part at the first call, and hands over what there is one of; within a part, `loadPart` is there. */
function loaderOf(root: string, part: string, shared: readonly string[], isWithinPart: boolean): string {
  const names = shared.flatMap((file) => SHARED[file] ?? []);
  return [
    ...(isWithinPart
      ? []
      : [
          "const loadPart = (file) => process.getBuiltinModule('node:module').createRequire(import.meta.url)(file);",
        ]),
    ...shared.map(
      (file) => `import { ${SHARED[file]?.join(', ')} } from ${JSON.stringify(join(root, file))};`,
    ),
    'let loaded;',
    `export const part = () => (loaded ??= loadPart('./${part}.cjs')({ ${names.join(', ')} }));`,
  ].join('\n');
}

/** Within a part, what the function's own file hands over. */
const sharedWithPart = (root: string): Plugin => ({
  name: 'shared-with-part',
  setup(part) {
    for (const [file, names] of Object.entries(SHARED))
      part.onLoad({ filter: exactly(root, file) }, () => ({
        contents: names
          .map((name) => `export const ${name} = /* @__PURE__ */ (() => ${HANDED_OVER}.${name})();`)
          .join('\n'),
        loader: 'js',
      }));
  },
});

/** A part runs once, as strictly as modules do, when it is handed over what it waits for, whichever files of a function load it. */
const AS_FUNCTION = {
  banner: {
    js: `'use strict';let made;const loadPart=require;module.exports=(${HANDED_OVER})=>made??=(()=>{const module={exports:{}};`,
  },
  footer: { js: 'return module.exports})();' },
} satisfies BuildOptions;

/** As the bundler names it: a folder of the sources may be a link to where it lies. */
function realPath(root: string, file: string): string {
  const path = join(root, file);
  return existsSync(path) ? realpathSync(path) : path;
}

const exactly = (root: string, file: string): RegExp =>
  new RegExp(`^${realPath(root, file).replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}$`);

interface BuiltPart {
  readonly files: readonly OutputFile[];
  readonly about: Metafile['outputs'][string];
  /** Of what there is one, what it uses. */
  readonly shared: readonly string[];
}

/** Parts as they are built, each once; one may load those that stand before it, so that none waits for itself. */
class Building {
  readonly built = new Map<string, Promise<BuiltPart>>();

  constructor(
    private readonly root: string,
    private readonly parts: Parts,
    private readonly options: BuildOptions,
  ) {}

  part(name: string): Promise<BuiltPart> {
    const part = this.built.get(name) ?? this.build(name, this.parts[name] ?? {});
    this.built.set(name, part);
    return part;
  }

  /** Puts the stubs of all parts in a file, or of those that stand before the part that it is. */
  stubs(within?: string): Plugin {
    const names = Object.keys(this.parts);
    const before = within === undefined ? names : names.slice(0, names.indexOf(within));
    return {
      name: 'stubs',
      setup: (file) => {
        file.onResolve({ filter: new RegExp(`^${PART}:`) }, ({ path }) => ({
          path: path.slice(PART.length + 1),
          namespace: PART,
        }));
        file.onLoad({ filter: /./, namespace: PART }, async ({ path }) => {
          const { shared } = await this.part(path);
          const contents = loaderOf(this.root, path, shared, within !== undefined);
          return { contents, resolveDir: this.root, loader: 'js' };
        });
        for (const part of before) stubModules(file, this.root, part, this.parts[part] ?? {});
      },
    };
  }

  private async build(name: string, given: Given): Promise<BuiltPart> {
    const contents = Object.entries(given).map(
      ([file, names]) => `export { ${names.join(', ')} } from './${file}';`,
    );
    const { outputFiles, metafile } = await build({
      ...this.options,
      ...AS_FUNCTION,
      plugins: [sharedWithPart(this.root), this.stubs(name), ...(this.options.plugins ?? [])],
      stdin: { contents: contents.join('\n'), resolveDir: this.root, loader: 'ts' },
      entryNames: name,
      outdir: 'nowhere',
      outExtension: { '.js': '.cjs' },
      format: 'cjs',
      metafile: true,
      write: false,
    });
    const about = Object.entries(metafile.outputs).find(([file]) => file.endsWith('.cjs'))?.[1];
    if (about === undefined) throw new Error(`nothing was built of ${name}`);
    const [, client] = /node_modules\/(@aws-sdk\/[^/]+)/.exec(Object.keys(about.inputs).join('\n')) ?? [];
    // A client of its own would have connections and credentials of its own.
    if (client !== undefined) throw new Error(`${name}, which functions load later, brings ${client} along`);
    const { absWorkingDir = process.cwd() } = this.options;
    const used = Object.entries(about.inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
    const files = new Set(used.map(([file]) => resolve(absWorkingDir, file)));
    const shared = Object.keys(SHARED).filter((file) => files.has(realPath(this.root, file)));
    return { files: outputFiles, about, shared };
  }
}

/** The modules that have functions of a part: as they are but for these. */
function stubModules(build: PluginBuild, root: string, part: string, given: Given): void {
  build.onResolve({ filter: /\?whole$/ }, ({ path }) => ({
    path: path.slice(0, -WHOLE.length),
    namespace: 'file',
    suffix: WHOLE,
  }));
  for (const [file, names] of Object.entries(given))
    build.onLoad({ filter: exactly(root, file) }, ({ path, suffix }) =>
      suffix === WHOLE ? undefined : { contents: withStubs(path, part, names), loader: 'js' },
    );
}

/**
 * What functions seldom need is a file of its own beside theirs, which is read and compiled when one of its functions is
 * first called. It is built once for all functions, and so brings along what it needs.
 */
export const laterParts = (root: string, parts: Parts, plugins: readonly Plugin[]): Plugin => ({
  name: 'later-parts',
  setup(whole) {
    const { entryPoints: _, outdir: __, ...options } = whole.initialOptions;
    const building = new Building(root, parts, { ...options, plugins: [...plugins] });
    void building.stubs().setup(whole);
    whole.onEnd(async (result) => {
      const built = new Map<string, BuiltPart>();
      for (const [name, part] of building.built) built.set(name, await part);
      await layBeside(result, built, options);
    });
  },
});

/** The parts that a file loads, and those that they load. */
function partsOf(
  { inputs }: Metafile['outputs'][string],
  parts: ReadonlyMap<string, BuiltPart>,
): Set<string> {
  const own = [...parts.keys()].filter((name) => (inputs[`${PART}:${name}`]?.bytesInOutput ?? 0) > 0);
  const theirs = own.flatMap((name) => {
    const part = parts.get(name);
    return part ? [...partsOf(part.about, parts)] : [];
  });
  return new Set([...own, ...theirs]);
}

async function layBeside(
  { metafile, outputFiles }: BuildResult,
  parts: ReadonlyMap<string, BuiltPart>,
  { absWorkingDir = process.cwd(), write }: BuildOptions,
): Promise<void> {
  for (const [output, about] of Object.entries(metafile?.outputs ?? {}))
    for (const name of partsOf(about, parts)) {
      const part = parts.get(name);
      if (!metafile || !part) continue;
      const folder = dirname(output);
      metafile.outputs[`${folder}/${name}.cjs`] = part.about;
      for (const { path, contents, hash } of part.files) {
        const beside = join(resolve(absWorkingDir, folder), basename(path));
        if (write === false) outputFiles?.push({ path: beside, contents, hash, text: '' });
        else await writeFile(beside, contents);
      }
    }
}

/**
 * What most calls of most functions do without: what is wrong with a call, the numbers of every country, dates in words, the
 * reading of free words, answers in them and what was learnt for it, a town that another version stored, the sheet of all
 * requests, commands and reports by text, what the desk does about a request, pages for who has no scripts, the files of a
 * town and its editing; and what an answer changes, where people first look at what they are asked. What is asked of every
 * text or page, even to find that it does not apply, has no place here: each would load it.
 */
export const LATER_PARTS: Parts = {
  'what-is-wrong': {
    'functions/http/field-errors.ts': ['fieldErrors'],
    'functions/http/problem-words.ts': ['problemWords'],
  },
  'phone-numbers': { 'domain/contact/phone.ts': ['findPhone', 'readPhone'] },
  'english-dates': { 'domain/appointments/read-english.ts': ['readEnglish'] },
  'dates-in-words': {
    'domain/answers/doubts.ts': ['isMeantOtherwise', 'leavesDoubt'],
    'domain/appointments/read-appointment.ts': ['readAppointment'],
  },
  reading: {
    'domain/reading/features.ts': ['featuresOf', 'foldWords', 'soundOnly'],
    'domain/reading/gazetteer.ts': ['gazetteerOf'],
    'domain/reading/read-place.ts': ['readPlace', 'readPlaceAnswer'],
    'domain/reading/read-words.ts': ['readWords'],
    'domain/reading/tells-who.ts': ['tellsWho'],
  },
  lexicon: { 'domain/reading/lexicon.ts': ['conceptWords', 'conceptWordsOf'] },
  'learnt-answers': { 'domain/answers/learnt-answers.ts': ['learntAnswers'] },
  'answers-in-words': {
    'domain/answers/contradicts.ts': ['contradicts', 'isPlainlyElse'],
    'domain/answers/hear-answer.ts': ['hearAnswer', 'plainlyGoing'],
    'domain/answers/likely-danger.ts': ['likelyDanger'],
    'domain/answers/read-verdict.ts': ['readVerdict'],
  },
  'stored-town': { 'adapters/check-stored-town.ts': ['checkStoredTown'] },
  records: { 'domain/statistics/records.ts': ['recordsTable'] },
  answering: {
    'functions/use-cases/add-remark.ts': ['addRemark'],
    'functions/use-cases/answer-ask.ts': ['answerAsk', 'finishAnswer'],
    'functions/use-cases/correct-request.ts': ['correct'],
    'functions/use-cases/supersede-asks.ts': ['supersedeAsks'],
    'functions/use-cases/withdraw.ts': ['withdraw'],
  },
  'text-commands': {
    'functions/texts/receive-sms/answer-instead.ts': ['answerInstead'],
    'functions/texts/receive-sms/begin-answer.ts': ['beginAnswer'],
    'functions/texts/receive-sms/carry-out.ts': ['carryOut'],
    'functions/texts/receive-sms/carry-out-correction.ts': ['correctByText', 'takeCorrection'],
    'functions/texts/receive-sms/reach-milestone.ts': ['reachMilestone'],
    'functions/texts/receive-sms/report-by-text.ts': ['reportByText', 'submitByText'],
    'functions/texts/receive-sms/take-late.ts': ['takeLate'],
    'functions/texts/receive-sms/take-news.ts': ['takeNews'],
    'functions/texts/receive-sms/take-danger.ts': ['takeDanger'],
    'functions/texts/receive-sms/take-going.ts': ['takeGoing'],
    'functions/texts/receive-sms/take-said.ts': ['takeSaid'],
    'functions/texts/receive-sms/take-words.ts': ['takeWords'],
  },
  'desk-acts': {
    'functions/console/browse-requests/answer-as-desk.ts': ['answerAsDesk'],
    'functions/console/browse-requests/call-from-console.ts': ['callFromConsole'],
    'functions/console/browse-requests/correct-request.ts': ['correctAsDesk', 'remarkAsDesk'],
    'functions/console/browse-requests/note-call.ts': ['noteCall'],
    'functions/console/browse-requests/publish-photos.ts': ['publishPhotos', 'takeOffPhotos'],
    'functions/console/browse-requests/show-report.ts': ['showReport'],
    'functions/console/browse-requests/urge-from-console.ts': ['urgeFromConsole'],
  },
  'plain-pages': {
    'functions/resident/plain-pages/plain-page.ts': ['plainPage', 'plainProblem'],
    'functions/resident/plain-pages/track-forms.ts': ['codeForm', 'trackForms'],
    'functions/resident/plain-pages/visit.ts': ['visitOf'],
    'functions/resident/submit-request/plain-form.ts': ['showForm', 'takeForm'],
    'functions/resident/track-request/plain-tracking.ts': [
      'showData',
      'showTrackForm',
      'showTracked',
      'takeTrackForm',
    ],
  },
  'names-for-codes': { 'domain/editing/problem-in-names.ts': ['inNames'] },
  'town-files': {
    'domain/editing/changes-in-words.ts': ['changesInWords', 'townNames'],
    'domain/editing/edit-town.ts': ['checkEdited', 'editTown'],
    'domain/editing/other-changes.ts': ['otherWords'],
    'domain/reading/learn.ts': ['learn', 'remembering'],
    'towns/read-town-files.ts': ['readTownFiles'],
    'towns/write-town.ts': ['writeTown'],
  },
};

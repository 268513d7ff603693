import { readAskCode } from '../codes/ask-code.js';
import { readRequestId } from '../codes/request-id.js';
import { foldText, tidyText } from '../words/fold-text.js';
import { withoutSeparators, withoutSeparatorsBehind } from '../words/separators.js';

/** The fields that people name in a correction; `of` somebody: who works on it, a person or a department. */
export const TEXTED_FIELDS = [
  'category',
  'danger',
  'path',
  'place',
  'owner',
  'handler',
  'outcome',
  'joined',
] as const;
export type TextedField = (typeof TEXTED_FIELDS)[number];

export interface TextedPart {
  /** Undefined where only the value was written. */
  readonly field?: TextedField;
  readonly words: string;
}

/** A correction as it was written; which request, by its number or the code of something that is asked about it. */
export interface TextedCorrection {
  readonly name: 'correct';
  readonly request?: string;
  readonly code?: string;
  readonly parts: readonly TextedPart[];
  readonly reason: string;
}

const VERB =
  /^(?:please\s+)?(?:请|帮我|麻烦)?(?:更正|改正|纠正|订正|修改|更改|改|(?:correct|change|amend|put right|wrong)(?![a-z]))/;
const NUMBER = /(?<![a-z0-9])[2-9][a-z0-9]{3}[-\u2010-\u2015 ]?[a-z0-9]{4}(?![a-z0-9])/g;
const CODE = /(?<![a-z0-9])[a-z][a-z0-9]{3}(?![a-z0-9])/g;

/** Words that name what is corrected, the longer first; Latin ones stand apart. */
const FIELDS: readonly (readonly [TextedField | 'reason', RegExp])[] = [
  ['path', /办理方式|办理路径|(?<![a-z])path(?![a-z])/],
  ['outcome', /办理结果|处理结果|结果|(?<![a-z])(?:outcome|result)(?![a-z])/],
  ['category', /事项类别|事项类型|类别|类型|分类|种类|(?<![a-z])(?:category|type|kind|subject)(?![a-z])/],
  ['place', /地点|地址|位置|地方|村组|(?<![a-z])(?:place|location|address|where)(?![a-z])/],
  ['owner', /首问责任人|首问负责人|责任人|负责人|首问|(?<![a-z])(?:owner|responsible|in charge)(?![a-z])/],
  [
    'handler',
    /经办人|承办人|办理人|经办|承办部门|承办单位|承办|部门|单位|(?<![a-z])(?:handler|worker|department|office)(?![a-z])/,
  ],
  ['danger', /险情|危险|(?<![a-z])(?:danger|emergency)(?![a-z])/],
  ['joined', /合并到?|并到|并入|拆开|分开|(?<![a-z])(?:joined|join|merge|same as|part|split)(?![a-z])/],
  ['reason', /原因|理由|因为|(?<![a-z])(?:because|reason|why)(?![a-z])/],
];

/** Moving an appointment is no correction: "改到9月5日上午9点", "改期", "change to 5 Sept". */
const OF_APPOINTMENT =
  /^(?:到|期|约|时间|成?\s*\d{1,2}\s*[月日号点:]|to\s+\d|(?:the\s+)?(?:date|time|appointment|day)(?![a-z]))/;

/** Reads a correction; undefined where it is none. It names a field or, behind a number or a code, only the value. */
export function readCorrection(text: string): TextedCorrection | undefined {
  const named = nameIn(tidyText(text));
  const verb = VERB.exec(foldText(named.rest))?.[0];
  if (verb === undefined) return undefined;
  const rest = withoutSeparators(
    named.rest.slice(verb.length).replace(/^\s*(?:of|for|the|一下|下)(?![a-z])\s*/i, ''),
  );
  if (OF_APPOINTMENT.test(foldText(rest))) return undefined;
  const { parts, reason } = partsIn(rest);
  const isNamed = named.request !== undefined || named.code !== undefined;
  const [first] = parts;
  if (!isNamed && first?.field === undefined) return undefined;
  const { request, code } = named;
  return {
    name: 'correct',
    ...(request === undefined ? {} : { request }),
    ...(code === undefined ? {} : { code }),
    parts,
    reason,
  };
}

interface Named {
  readonly rest: string;
  readonly request?: string;
  readonly code?: string;
}

/** Which request is meant, wherever it stands; a second number is the one that it is joined to. */
function nameIn(original: string): Named {
  const folded = foldText(original);
  const without = (at: number, length: number): string =>
    `${original.slice(0, at).trimEnd()} ${original.slice(at + length)}`.trim();
  for (const { 0: typed, index } of folded.matchAll(NUMBER)) {
    const request = readRequestId(typed);
    if (request !== undefined) return { rest: tidyName(without(index, typed.length)), request };
  }
  for (const { 0: typed, index } of folded.matchAll(CODE)) {
    const read = readAskCode(typed);
    if (read && 'code' in read) return { rest: tidyName(without(index, typed.length)), code: read.code };
  }
  return { rest: original };
}

/** "编号 7Q3K-9M2X" leaves nothing of its first word. */
const tidyName = (rest: string): string =>
  withoutSeparators(rest.replace(/(?:编号|编码|number|no\.)\s*$|^(?:编号|编码|number|no\.)\s*/i, '')).replace(
    /^((?:请)?(?:更正|改正|纠正|订正|修改|更改|改))\s*(?:编号|编码)/,
    '$1',
  );

interface Marker {
  readonly field: TextedField | 'reason';
  readonly from: number;
  readonly to: number;
}

/** Every field that is named, first to last; of two that lie in each other the longer. */
function markersIn(folded: string): Marker[] {
  const found = FIELDS.flatMap(([field, words]): Marker[] => {
    const match = words.exec(folded);
    return match ? [{ field, from: match.index, to: match.index + match[0].length }] : [];
  });
  return found
    .filter((one) => !found.some((other) => other !== one && other.from <= one.from && one.from < other.to))
    .toSorted((a, b) => a.from - b.from);
}

function partsIn(words: string): Pick<TextedCorrection, 'parts' | 'reason'> {
  const markers = markersIn(foldText(words));
  const before = valueIn(words.slice(0, markers[0]?.from ?? words.length));
  const said = markers.map(({ field, from, to }, i) => ({
    field,
    marker: foldText(words.slice(from, to)),
    words: words.slice(to, markers[i + 1]?.from ?? words.length),
  }));
  const parts = said.flatMap(({ field, marker, words: value }): TextedPart[] =>
    field === 'reason'
      ? []
      : [{ field, words: valueIn(/拆开|分开|part|split/.test(marker) ? 'none' : value) }],
  );
  const [only, ...others] = parts;
  // "改 K7Q3 燃气 类别": the value stands before its name.
  const reversed =
    only && others.length === 0 && only.words === '' && before !== ''
      ? [{ ...only, words: before }]
      : undefined;
  const all = reversed ?? (before === '' ? parts : [{ words: before }, ...parts]);
  const reasons = said.flatMap(({ field, words: value }) => (field === 'reason' ? [valueIn(value)] : []));
  return withTrailingReason(all, reasons.join(' ').trim());
}

/** Words for a mistake of one's own, wherever they stand behind the value: "燃气看错了", "water leak sorry misread". */
const MISTAKE =
  /(?<=\S)(?:\s|我|刚才|是|当时){0,6}(?:[看按听派搞点选发写弄打回登分报填认]错|误[报判登点按]|手滑|手误)|(?<=\S)\s{1,3}(?:sorry|misread|misheard|mistake|mistyped|typo|by mistake|my mistake|wrong (?:digit|button|key)|i (?:misread|pressed|meant)|false alarm)(?![a-z])/i;

/** Behind a comma people say why: "类别 燃气，看错了". */
function withTrailingReason(
  parts: readonly TextedPart[],
  reason: string,
): Pick<TextedCorrection, 'parts' | 'reason'> {
  const why: string[] = reason === '' ? [] : [reason];
  const plain = parts.map((part) => {
    const at = part.words.search(/[,，;；。(（]/);
    const slip = part.words.search(MISTAKE);
    if (at < 0 && slip > 0) {
      why.push(withoutSeparators(part.words.slice(slip)));
      return { ...part, words: withoutSeparatorsBehind(part.words.slice(0, slip)) };
    }
    if (at < 0) return part;
    const rest = withoutSeparatorsBehind(withoutSeparators(part.words.slice(at)));
    if (rest !== '') why.push(rest);
    return { ...part, words: withoutSeparatorsBehind(part.words.slice(0, at)) };
  });
  return { parts: plain, reason: why.join('，') };
}

/** "from lamp to gas leak": what stands behind the last "to". */
function behindTo(words: string): string {
  const to = words.toLowerCase().lastIndexOf(' to ');
  return to >= 0 && /^\s*from\s/i.test(words) ? words.slice(to + ' to '.length) : words;
}

/** "由路灯改为燃气", "from lamp to gas leak", "应该是燃气": what it is to be. */
function valueIn(words: string): string {
  const last =
    words
      .split(/改成|改为|换成|更正为|变成|应该?是|应为|(?<![a-z])(?:should be|changed? to|to be)(?![a-z])/i)
      .at(-1) ?? '';
  const value = behindTo(last).replace(
    /^[\s:：=,，、]*(?:(?:is|to|as|of|by|with)(?![a-z])|[为成是到给由])?[\s:：=]*(?:the(?![a-z])\s*)?/i,
    '',
  );
  return withoutSeparatorsBehind(withoutSeparators(value)).trim();
}

import type { Town } from '../town/schema.js';
import { fuzzy, simplify, splitPinyin, syllablesOf } from './phonetics.js';

/** One character of a name, and how it sounds. */
export interface NameCharacter {
  readonly text: string;
  readonly syllables: readonly string[];
  readonly sounds: readonly string[];
}

/** One way in which people write a village's name, without the 村 or 社区 that may follow. */
export interface Way {
  /** More than one where a local would have to ask which is meant: 王庄, of 大王庄 and 小王庄. */
  readonly villages: readonly string[];
  readonly characters: readonly NameCharacter[];
  /** Whether it is the name itself, and not a shorter or longer form of it. */
  readonly own: boolean;
  /** Whether a character is missing. */
  readonly clipped: boolean;
  /** Whether it is called a 社区, so that a 小区 of that name is it. */
  readonly community: boolean;
  /** Whether it may just as well be ordinary words: 石桥, a bridge of stone; 新立, newly put up. */
  readonly common: boolean;
  /** How sure it is, written exactly so, where 村 or a group follows. */
  readonly named: number;
  /** The same where nothing follows; 0 where it is no name then. */
  readonly bare: number;
}

/** A name in Latin letters that is no pinyin, or pinyin that may be misspelt: its letters without spaces. */
export interface LatinName {
  readonly village: string;
  readonly letters: string;
  readonly pinyin: boolean;
}

export interface VillageGroups {
  readonly groups: ReadonlySet<number>;
  /** The only group of a village that has one. */
  readonly only: number | undefined;
}

/** Everything about a town's places that is worked out once. */
export interface Gazetteer {
  readonly villages: ReadonlyMap<string, VillageGroups>;
  /** The village that each grid belongs to. */
  readonly grids: ReadonlyMap<number, string>;
  /** A village's grids in their order: people say 朱口第二网格 for the second of 朱口. */
  readonly gridsOf: ReadonlyMap<string, readonly number[]>;
  /** Ways by how their first character sounds or looks, and by how the second one does. */
  readonly byFirst: ReadonlyMap<string, readonly Way[]>;
  readonly bySecond: ReadonlyMap<string, readonly Way[]>;
  readonly latin: readonly LatinName[];
  /** By village, the names' own words, to answer "the eastern one" with. */
  readonly bases: ReadonlyMap<string, string>;
}

/** Characters that handwriting, or a glance at suggestions, takes for one another; each row is one family. */
const LOOK_ALIKES = (
  '朱未末珠株 口囗日曰 大太犬天 王玉主 石右 亩高亭 台合召 井开并 屯电 圩吁圬于 坞鸣呜坳 坊访仿纺妨 楼搂缕褛 集焦隼 窑窖 ' +
  '洼凹蛙哇 渡度镀 店占点 桥娇骄矫侨 庄压 里理童 铺捕辅浦 沙纱砂 窝锅涡祸 芦户庐 苇韦伟 湾弯 徐除余 付什 侯候俟 葛蔼 崔催 曹槽遭 郭廓 ' +
  '魏巍 沟构钩勾 双叉 庙届宙 营宫管 杏否 园圆国团 枣束 林村 槐愧 树村 东车 前煎 孙孔 张涨 李季 家冢 马乌 河何 堤提 沿沼 赵起 ' +
  '北比 南喃 新薪 立力位 和合 平乎 宋宗 宗示 湖胡 滨宾 刘浏 堰偃 溪奚 田由甲申 榆偷 甸句 边过'
).split(' ');

/** A hundred and more family names; those that are ordinary words as well are in the second list. */
const FAMILY_NAMES =
  '王李张刘陈杨赵黄周吴徐孙朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范廖贾夏韦付傅邹孟熊秦邱尹薛闫阎段雷侯龙史陶' +
  '黎贺顾毛郝龚邵万钱严覃武戴莫孔汤葛庞樊兰殷施洪翟温牛季俞章鲁翁倪聂焦柴祝霍耿苗岳齐梅庄辛管柯滕尚费裴柳马董邢宗仝訾冀桑窦栾臧';
const FAMILY_NAMES_AND_WORDS = '石高田白江方金于康安路常时古池花黑车谷师左水沙向包单丛门关成明曲宫';
const ALL_FAMILY_NAMES = new Set(FAMILY_NAMES + FAMILY_NAMES_AND_WORDS);
/** Endings of village names, after whoever or whatever the village is called by. */
export const FEATURES = new Set(
  '庄楼店窑洼井湾渡坊圩坞营园集桥口沟台庙林窝屯铺寨堡岭坡河崖峪泉岗坝堰滩湖塘洞山埠疃夼泊头围堂阁府塔寺观院宅里滨甸边',
);
/** Characters that tell two villages of one name apart. */
const MODIFIERS = new Set('东西南北前后大小老新上下中');
const KIND_OF_PLACE = /(?:村民委员会|居民委员会|村委会|居委会|行政村|自然村|社区|村|街道)$/;

export const isFamilyName = (character: string): boolean => ALL_FAMILY_NAMES.has(character);
/** How the digits are written, in their order. */
export const HAN_DIGITS = '零一二三四五六七八九';
const NUMERALS = new Set(`${HAN_DIGITS}十百两双`);

export const isNumeral = (character: string): boolean => NUMERALS.has(character);
export const isModifier = (character: string): boolean => MODIFIERS.has(character);

const familiesOf = new Map<string, string[]>();
for (const [family, members] of LOOK_ALIKES.entries())
  for (const member of members) familiesOf.set(member, [...(familiesOf.get(member) ?? []), `look ${family}`]);

/** Under which keys a character is looked up: its sounds, its look-alikes and, should it have neither, itself. */
export function keysOf(character: string): readonly string[] {
  const keys = [...new Set(syllablesOf(character).map(fuzzy)), ...(familiesOf.get(character) ?? [])];
  return keys.length === 0 ? [character] : keys;
}

export const looksLike = (one: string, other: string): boolean =>
  (familiesOf.get(one) ?? []).some((family) => familiesOf.get(other)?.includes(family));

/**
 * The English senses of parts of names, by speakers or a translating telephone; a word that holds two of them is read
 * as both.
 */
const SENSES: ReadonlyMap<string, string> = new Map(
  (
    'east东 west西 south南 north北 front前 back后 rear后 big大 great大 large大 little小 small小 ' +
    'new新 old老 high高 tall高 upper上 lower下 middle中 two双 twin双 double双 three三 five五 ' +
    'family家 stone石 sand沙 sandy沙 peace和平 river河 lake湖 side滨边沿 shore滨沿 reed芦苇 date枣 ' +
    'jujube枣 apricot杏 locust槐 village庄 manor庄 bridge桥 shop店 inn店 store店 garden园 ' +
    'orchard园林 temple庙 ditch沟 gully沟 ravine沟 grove林 forest林 woods林 wood林 platform台 ' +
    'terrace台 kiln窑 hollow洼窝 well井 bay湾 bend湾 camp营 barracks营 ferry渡 crossing渡 tower楼 ' +
    'workshop坊 nest窝 mile里 miles里 market集 mill坊 mouth口 tree树 mountain山 hill山'
  )
    .split(' ')
    .map((pair) => [pair.replace(/[^a-z]/g, ''), pair.replace(/[a-z]/g, '')]),
);

/** The characters that an English word stands for in names; two lists for a word that is two of them ("lakeside"). */
export function sensesOf(word: string): readonly string[] | undefined {
  const whole = SENSES.get(word);
  if (whole !== undefined) return [whole];
  if (word.length > LONGEST_COMPOUND) return undefined;
  for (let cut = 3; cut <= word.length - 3; cut++) {
    const [first, second] = [SENSES.get(word.slice(0, cut)), SENSES.get(word.slice(cut))];
    if (first !== undefined && second !== undefined) return [first, second];
  }
  return undefined;
}

const LONGEST_COMPOUND = 16;

/** A village's name in simplified characters, and without the kind of place. */
interface Name {
  readonly village: string;
  readonly chinese: string;
  readonly base: string;
  readonly english: string;
}

interface Draft {
  readonly text: string;
  readonly village: string;
  readonly kind: 'own' | 'form' | 'clipped';
  readonly named: number;
  readonly bare: number;
}

/** The name without the kind of place, unless next to nothing is left then: 东村 is called so. */
function baseOf(name: string): string {
  const base = name.replace(KIND_OF_PLACE, '');
  return base.length < 2 ? name : base;
}

/** 郭楼 for 郭家楼, and 朱家口 for 朱口: the 家 after a family's name comes and goes. */
function withOrWithoutFamily(base: string): string | undefined {
  const [first = '', second = ''] = base;
  if (!isFamilyName(first)) return undefined;
  if (base.length > 2 && second === '家') return first + base.slice(2);
  return base.length === 2 && FAMILY_NAMES.includes(first) && FEATURES.has(second)
    ? `${first}家${second}`
    : undefined;
}

/** 槐屯 for 槐树屯. 三庄, of 三里庄, would be three of them. */
function withoutMiddle(base: string): string | undefined {
  const [first = '', second = '', last = ''] = base;
  if (base.length !== 3 || second === '家' || isNumeral(first) || isModifier(first)) return undefined;
  return FEATURES.has(last) ? first + last : undefined;
}

/** 朱口 with one character left out, which only means something where 村 or a group follows. */
function clippings(base: string): string[] {
  const [first = ''] = base;
  if (base.length === 2) return FAMILY_NAMES.includes(first) ? [first] : [];
  return Array.from(base, (_, i) => base.slice(0, i) + base.slice(i + 1)).filter(
    (clipped) => !clipped.startsWith('家'),
  );
}

/** The Chinese words for an English name, whatever the village is called in Chinese. */
const IN_CHINESE: ReadonlyMap<string, string> = new Map([
  ['town centre', '镇中心'],
  ['town center', '镇中心'],
]);

/** A name without the part that tells it from another: 王庄, of 大王庄. */
function stemOf(base: string): string {
  const stem = isModifier(base.charAt(0)) ? base.slice(1) : '';
  return stem.length > 1 || isFamilyName(stem) || FEATURES.has(stem) ? stem : '';
}

function draftsOf({ village, chinese, base, english }: Name): Draft[] {
  const drafts: Draft[] = [{ text: base, village, kind: 'own', named: 1, bare: 0.95 }];
  const translated = IN_CHINESE.get(english.toLowerCase());
  if (translated !== undefined)
    drafts.push({ text: translated, village, kind: 'form', named: 0.92, bare: 0.88 });
  if (base === chinese) return drafts;
  const other = withOrWithoutFamily(base);
  if (other !== undefined) drafts.push({ text: other, village, kind: 'form', named: 0.92, bare: 0.88 });
  const shorter = withoutMiddle(base);
  if (shorter !== undefined) drafts.push({ text: shorter, village, kind: 'form', named: 0.88, bare: 0.84 });
  const stem = stemOf(base);
  const bare = stem.length > 1 && isFamilyName(stem.charAt(0)) ? 0.85 : 0;
  // A family's name alone is one only before 村: 孙村.
  if (stem !== '') drafts.push({ text: stem, village, kind: 'form', named: 0.9, bare });
  for (const text of clippings(base)) drafts.push({ text, village, kind: 'clipped', named: 0.68, bare: 0 });
  return drafts;
}

/** In the order in which they are said together. */
const PAIRED_MODIFIERS = new Set(['东西', '南北', '前后', '大小', '上下', '新老']);

/** 前后营 are both 前营 and 后营. */
function pairsOf(names: readonly Name[]): Draft[] {
  return names.flatMap((one) =>
    names
      .filter(({ base }) => stemOf(base) !== '' && stemOf(base) === stemOf(one.base))
      .filter(({ base }) => PAIRED_MODIFIERS.has(one.base.charAt(0) + base.charAt(0)))
      .flatMap((other) => {
        const pair = { text: one.base.charAt(0) + other.base, kind: 'form', named: 1, bare: 0.95 } as const;
        return [one, other].map(({ village }) => ({ ...pair, village }));
      }),
  );
}

/** An ordinary phrase as much as a name, unless a family's name or its length says otherwise. */
const isCommon = (text: string): boolean =>
  text.length < 3
    ? !FAMILY_NAMES.includes(text.charAt(0))
    : text.length === 3 && isModifier(text.charAt(0)) && isModifier(text.charAt(1));

const nameCharacter = (text: string): NameCharacter => {
  const syllables = syllablesOf(text);
  return { text, syllables, sounds: syllables.map(fuzzy) };
};

/** One way for each text; where it fits several villages equally well it is the way of all of them. */
function waysOf(names: readonly Name[]): Way[] {
  const drafts = [...names.flatMap(draftsOf), ...pairsOf(names)];
  const communities = new Set(
    names.flatMap(({ village, chinese }) => (chinese.endsWith('社区') ? village : [])),
  );
  const byText = new Map<string, Draft[]>();
  for (const draft of drafts) byText.set(draft.text, [...(byText.get(draft.text) ?? []), draft]);
  return [...byText].map(([text, all]) => {
    const named = Math.max(...all.map((draft) => draft.named));
    const best = all.filter((draft) => draft.named === named);
    return {
      villages: [...new Set(best.map((draft) => draft.village))],
      characters: Array.from(text, nameCharacter),
      own: best.some(({ kind }) => kind === 'own'),
      clipped: best.every(({ kind }) => kind === 'clipped'),
      community: best.some(({ village }) => communities.has(village)),
      common: isCommon(text),
      named,
      bare: Math.max(...best.map((draft) => draft.bare)),
    };
  });
}

function indexBy(ways: readonly Way[], position: number): Map<string, Way[]> {
  const index = new Map<string, Way[]>();
  for (const way of ways) {
    const character = way.characters[position]?.text;
    for (const key of character === undefined ? [] : keysOf(character)) {
      const before = index.get(key);
      if (before) before.push(way);
      else index.set(key, [way]);
    }
  }
  return index;
}

const lettersOf = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '');

/** "Centre of Town" for "Town Centre". */
function turnedRound(name: string): string[] {
  const words = name.toLowerCase().match(/[a-z]+/g) ?? [];
  return words.length === 2 ? [`${words[1]}of${words[0]}`, `${words[1]}ofthe${words[0]}`] : [];
}

/** "N. Meadow" for "Northmeadow", "Town ctr" for "Town Centre". */
function abbreviated(letters: string): string[] {
  const [direction] = /^(?:north|south|east|west)(?=[a-z]{3})/.exec(letters) ?? [];
  const shorter = direction === undefined ? [] : [letters.charAt(0) + letters.slice(direction.length)];
  return letters.endsWith('centre') ? [...shorter, letters.replace(/centre$/, 'ctr')] : shorter;
}

function latinNames({ village, base, english }: Name): LatinName[] {
  const letters = lettersOf(english);
  const sounds = Array.from(base, (character) => syllablesOf(character)[0] ?? '?').join('');
  const spelt = splitPinyin(letters)?.map(fuzzy).join('');
  const pinyin = spelt !== undefined && spelt === splitPinyin(sounds)?.map(fuzzy).join('');
  if (letters === '') return [];
  if (pinyin) return [{ village, letters, pinyin }];
  return [letters, ...turnedRound(english), ...abbreviated(letters)].map((each) => ({
    village,
    letters: each,
    pinyin: false,
  }));
}

function makeGazetteer({ villages, grids }: Pick<Town, 'villages' | 'grids'>): Gazetteer {
  const names = villages.map(({ id, name }): Name => {
    const chinese = simplify(name['zh-CN']);
    return { village: id, chinese, base: baseOf(chinese), english: name.en };
  });
  const ways = waysOf(names);
  const gridsOf = new Map<string, number[]>();
  for (const { number, village } of grids) gridsOf.set(village, [...(gridsOf.get(village) ?? []), number]);
  return {
    villages: new Map(
      villages.map(({ id, groups }) => [
        id,
        {
          groups: new Set(groups.map(({ number }) => number)),
          only: groups.length === 1 ? groups[0]?.number : undefined,
        },
      ]),
    ),
    grids: new Map(grids.map(({ number, village }) => [number, village])),
    gridsOf,
    byFirst: indexBy(ways, 0),
    bySecond: indexBy(ways, 1),
    latin: names.flatMap(latinNames),
    bases: new Map(names.map(({ village, base }) => [village, base])),
  };
}

const known = new WeakMap<
  Town['villages'],
  { readonly grids: Town['grids']; readonly gazetteer: Gazetteer }
>();

/** Everything worked out of a town's villages and grids, once for each town that is loaded. */
export function gazetteerOf(town: Pick<Town, 'villages' | 'grids'>): Gazetteer {
  const before = known.get(town.villages);
  if (before?.grids === town.grids) return before.gazetteer;
  const gazetteer = makeGazetteer(town);
  known.set(town.villages, { grids: town.grids, gazetteer });
  return gazetteer;
}

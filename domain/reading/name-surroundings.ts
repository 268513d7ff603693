import { FEATURES, isFamilyName, isModifier, type Way } from './gazetteer.js';
import type { Match, Written } from './match-names.js';
import type { Surroundings } from './place-text.js';

/** Words that show that a name is a village's: 朱口村, 三河社区, "Heping village". */
export const KIND =
  /^\s?(?:村委会|村|邨|社区|大队|庄(?![稼严重户])|cun|shequ|zhuang|villag\w*|vill?\b|community)/;
/** 张村长, 孙村医: somebody's office, not a village. */
const OFFICE = /^村[长医官]/;
/** Facilities of a village: nearly as good as 村 after its name. */
const FACILITY =
  /^\s?(?:小学|中学|学校|幼儿园|卫生[室所院]|村委|大队|党支部|供销社|敬老院|养老院|超市|粮[库站]|水库|[砖窑]厂|大集|老[王李张刘陈赵孙周吴郑杨马朱胡]|桥头(?!堡))/;

/** Words that go before a place. */
const BEFORE_A_PLACE =
  /(?:在|到|去|从|往|住|回|是|俺|咱|们|嫁|路过|经过|走过|位于|离|来自|叫|镇|县|乡|[娘婆老]家|丈人家|至|给|找|就|来|于|及|和|与|跟|、|恁|你)$/;
/** Words for things that are in, happen in or come to a place where people live. */
const AFTER_A_PLACE = new RegExp(
  `^(?:\\s|${[
    '$|[^\\u3400-\\u9fff\\sa-z]|的|村|社区|组|队|小学|中学|学校|幼儿园|卫生|诊所|大队|大街|街|路|胡同|巷|[东西南北](?!瓜)|这|那|有|停|没|断[电水气]|附近',
    '旁边|门口|十字|桥头|老|超市|市场|集|广场|群众|居民|人|某|户|家|变压|自来|煤气|燃气|天然气|液化|下水|机?井|垃圾|污水|供|电|水|灯|几|好|又|还|也|都|全',
    '昨|今|明|早|晚|夜|漏|发|出|池|坑|网格|[一二三四五六七八九十两]|姓|俺|我|咱|他|她|你|谁|啥|咋|[王李张刘陈赵孙周吴郑]|低保|残疾|白内障|要|赶集|逢|卖|开|[前后]天|到|去|往|通|打谷|场|光伏|工地|施工',
  ].join('|')})`,
);

/** 河水 and 井水, but a water tower, a pipe or a pump is the village's. */
const WATER = '水(?![塔管站表费泵压库])';
/** Characters that make another word of a name's last character: 前营业, 刘家集资, 马家店铺. */
const ANOTHER_WORD: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    营: '[业销救造房收运利盈]|养(?![牛羊鸡鸭猪鱼蜂殖老])|地(?![里头边])',
    集: '中(?!学)|[资体合团成聚结装训邮]',
    庄: '[稼严重户]',
    台: '[阶风灯账帐词柱式秤历湾面]',
    沟: '[通渠壑]',
    立: '[起马刻即交秋冬夏春案户碑功体场法方项柱着下好完了]|过(?!完|年|节|会)|的(?=.?(?:牌|杆|碑|桩|石|户|规|柱|标|栏|架|塔|像|墓|坟|项|案|章|法|制度|合同|字据|广告))',
    平: '[解相谈共年时友协鸽房台安方均面原板整常缓静处平统演主奖区号]|的(?=方式|方法|办法|环境|日子|年代|态度|手段|社会|生活|国家|世界|人|话)|地(?=解|相|处|说|谈|过)',
    庙: '[会堂祠宇]',
    林: '[业场带权木]',
    窝: '[棚囊火藏点似]',
    园: '[丁艺林区]',
    桥: '[梁墩洞栏]|头堡',
    河: `[堤道湖滩岸床流坝底]|${WATER}`,
    店: '[铺面主员长家]|老板|小二',
    张: '[罗望贴嘴口扬狂]',
    孙: '[子女媳辈]',
    宗: '[旨教族]',
    楼: '[道梯顶房板盖下]|上(?![回次个月周午头])',
    井: `[盖口底绳]|${WATER}`,
    窑: '[厂洞]',
    洼: '地(?![里头])',
    渡: '[口船]',
    铺: '[设砖垫床面]|路(?![灯口边面上坏东西南北])',
    屯: '[积兵]|粮(?![站库食所])',
    口: '[号罩述服腔香渴袋哨红琴语]|气(?!味)|供(?![销水电热暖])',
    坊: '间',
    田: '[地野埂]',
  }).map(([last, words]) => [last, new RegExp(`^(?:${words})`)]),
);
/** 三河湖镇 is the town, and 杏园小区 a housing estate: their names may begin as a village's does. */
const ANOTHER_PLACE = /^(?:[镇乡县]|市(?!场)|花园|新[村区])/;
const HOUSING = /^小区/;
/** Where a name ends with a family's: 前张大爷, 东孙老师. */
const AN_OFFICE = /^(?:主任|书记|会计)/;
const SOMEBODY =
  /^(?:大[爷妈娘叔婶夫哥姐嫂伯]|[婶叔姐哥嫂伯]|奶奶|爷爷|老师|师傅|医生|主任|书记|会计|老板|先生|女士)/;
/**
 * Things with an edge and a bottom, that can be full or broken: of these, the thing is meant as often as the village.
 */
const THINGS = new Set('桥沟庙林园河湖台塘井湾渡坡崖堤坝口洞池泉塔寺岸');
/** Words that belong to a bridge, an orchard or a ditch rather than to the village named after it. */
const OF_THE_THING = new RegExp(
  '^(?:里(?![庄铺])|子|上(?![的访个月周次星午礼回级头])|下(?![水个月周午礼])|面|边|旁|塌|断(?![电水气])|裂|垮|坏|冲|修(?![车理鞋配路修])|堵|满|臭|底|沿|顶|' +
    '后(?![街头])|前(?![街头])|头|被|拆(?!迁))',
);
/** Words that belong to somebody's building or pond: 郭家楼塌了, 田家湾里. One is in a 庄, too, but that is the village. */
const OF_A_FAMILY = /^(?:子|塌|倒|裂|歪)/;
const INSIDE = /^里(?![庄铺])/;
const VILLAGES_INSIDE = new Set('庄屯铺集营寨');

/** Characters that make another word of a name's first character: 提高庙会, 房东孙大哥. */
const CONTINUED: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    前后: '[村门屋房院路街楼河山地点年月日周以之目午坡墙校厂沟湖坝堤湾树井庙车面眼身床最然先饭会节期靠坐大时钟号头东西南北]|(?<![娘婆老])家|[0-9两几三四五六七八九十多]天',
    东西南北:
      '[村门屋房院路街楼河山地坡墙校厂沟湖坝堤湾树井庙头靠坐偏城广京华胶鲁股关陕江云海越东西南北]|(?<![娘婆老])家',
    高: '[提最更很太升增较挺崇]',
    新: '[重更创最全翻刷维又]',
    和: '[温缓饱]',
    石: '[岩钻宝化磁青拱]',
    马: '驻',
    双: '[一每成两]',
    三五: '[0-9一二三四五六七八九十第]',
    沙: '[细河风流黄泥]',
    枣: '[红大酸黑]',
    杏: '银',
    湖: '[江河太]',
    堤: '[河大护长海]',
  }).flatMap(([firsts, words]) => Array.from(firsts, (first) => [first, new RegExp(`(?:${words})$`)])),
);
/** One of several things, or what it is like: 一座石桥, 俺家枣林. */
const OF_A_THING =
  /(?:性格|态度|为人|脾气|世界|[座条个片棵道处块老小大新旧古破那这的段堆种]|(?<![娘婆老人])家)$/;

const BORDER = /(?:^|[^\u3400-\u9fffa-z])$/;
const AT_END = /^(?:$|[^\u3400-\u9fffa-z]|的(?:$|[^\u3400-\u9fffa-z])|[这那]边|这块|附近|[村庄]头)/;
const isFree = (left: string): boolean => BORDER.test(left) || BEFORE_A_PLACE.test(left);

/** How much of a name's certainty is left, by how it is written. */
const LEFT_OF: Readonly<Record<Written, number>> = {
  exact: 1,
  twin: 0.92,
  sense: 0.9,
  sound: 0.87,
  shape: 0.82,
  near: 0.78,
  other: 0.68,
};

/** Whether the name's ends belong to other words. */
function isTornFromWords({ way }: Match, { left, right }: Surroundings): boolean {
  const first = way.characters[0]?.text ?? '';
  const last = way.characters.at(-1)?.text ?? '';
  if (ANOTHER_PLACE.test(right) || ANOTHER_WORD.get(last)?.test(right)) return true;
  if (HOUSING.test(right) && way.common && !way.community) return true;
  if (isFamilyName(last) && SOMEBODY.test(right) && !(BORDER.test(left) && AN_OFFICE.test(right)))
    return true;
  if (FEATURES.has(last) && (OF_A_FAMILY.test(right) || (INSIDE.test(right) && !VILLAGES_INSIDE.has(last))))
    return true;
  return CONTINUED.get(first)?.test(left) === true;
}

const isOfTheThing = (way: Way, right: string): boolean =>
  THINGS.has(way.characters.at(-1)?.text ?? '') && OF_THE_THING.test(right);

/** Of a name itself. */
const BARE = 0.95;

/** How far ordinary words that are a village's name as well are meant as the name. */
function asCommonWords({ way }: Match, { left, right }: Surroundings): number {
  if (isOfTheThing(way, right)) return 0;
  const share = way.bare / BARE;
  if (BEFORE_A_PLACE.test(left)) return 0.9 * share;
  const fits = AFTER_A_PLACE.test(right) || FACILITY.test(right);
  // 新立 and 和平 say nothing of a place by themselves.
  const last = way.characters.at(-1)?.text ?? '';
  const saysPlace = FEATURES.has(last) || isFamilyName(last);
  if (BORDER.test(left)) return (fits ? 0.9 : 0.66) * share;
  // 王和平 is somebody.
  if (OF_A_THING.test(left) || (isFamilyName(left.at(-1) ?? '') && way.characters.length === 2)) return 0;
  return (fits ? 0.72 : saysPlace ? 0.61 : 0) * share;
}

/** Another village's longer name: 西王庄 is not 王庄, nor 孟张村 张村. */
const isPartOfLongerName = (way: Way, left: string): boolean => {
  const before = left.at(-1) ?? '';
  return !way.own && (isModifier(before) || isFamilyName(before)) && !BEFORE_A_PLACE.test(left);
};

/** Words of their own that sound like some village's name. */
const WORDS_BY_SOUND = new Set(
  '住口 戏台 千张 后园 山河 出口 危机 心里 动态 时候 医院 屋里 被狗 三盒 心力 沙锅 后账 造林 后宫'.split(' '),
);
const SAME: readonly Written[] = ['exact', 'twin'];

/** Events that come to nobody but a village: 双妙停水. */
const AFTER_A_VILLAGE = /^(?:一|又|还)?(?:停|没|断)[水电]|^路灯/;

/** Whether a name that only sounds so is meant, where more words follow. */
function standsByEar({ way, each }: Match, { left, right }: Surroundings, text: string): boolean {
  const fits = BORDER.test(left) && AFTER_A_PLACE.test(right) && !isOfTheThing(way, right);
  const ends = SAME.includes(each.at(-1) ?? 'other');
  const last = text.at(-1) ?? '';
  // 欠张三 is owing somebody.
  if (way.characters.length < 3 && isFamilyName(last) && !FEATURES.has(last)) return false;
  if (way.characters.length < 3)
    return (
      (ends && BORDER.test(left) && !isOfTheThing(way, right)) ||
      (fits && (ends || (each.includes('exact') && AFTER_A_VILLAGE.test(right))))
    );
  // 郭家漏气 is gas at the Guos', not 郭家楼: after a family the last character must be right. 催 is none.
  const family = way.characters[1]?.text === '家';
  return ends || (family ? each[0] === 'twin' && !isFamilyName(text.charAt(0)) : fits);
}

/** How sure a name is that nothing follows to call it one. */
export function bareCertainty(match: Match, beside: Surroundings, text: string, english: boolean): number {
  const { way, written, each, latin } = match;
  const { left, right } = beside;
  if (way.bare === 0 || isTornFromWords(match, beside) || isPartOfLongerName(way, left)) return 0;
  // 妲王庄 is 大王庄 misheard rather than 王庄.
  const isStem = way.villages.length > 1 && /[\u3400-\u9fff]$/.test(left) && !isFree(left);
  if (written === 'exact') return way.common ? asCommonWords(match, beside) : way.bare * (isStem ? 0.8 : 1);
  if (latin) return latinCertainty(match, beside, english);
  if (written === 'other' || !way.own || WORDS_BY_SOUND.has(text)) return 0;
  const certainty = way.bare * LEFT_OF[written];
  // Two characters by themselves that only nearly sound or look so are as likely other words: 前任, 后宫.
  if ((written === 'near' || written === 'shape') && way.characters.length < 3) return 0;
  if (isFree(left) && AT_END.test(right) && each.includes('exact')) return certainty;
  return standsByEar(match, beside, text) ? certainty : 0;
}

const IN = /(?:^|\b(?:in|at|of|from|near|to) )$/;
const STANDS_APART = /^(?:$|\s?[-–—,.:;!?(\n]|\s[0-9])/;
const AFTER_PINYIN_WORDS = /[a-z] $/;
const BEFORE_A_PINYIN_NAME = /\b(?:zai|shi|an|zhu) $/;
export const A_TITLE = /\b(?:mr|mrs|ms|miss|dr)\.? $/;

/** Pinyin without "cun" or a group: a word of its own, and not in the middle of a sentence of pinyin. */
function latinCertainty(
  { way, each, written }: Match,
  { left, right }: Surroundings,
  english: boolean,
): number {
  if (/[a-z]$/.test(left) || /^[a-z]/.test(right) || A_TITLE.test(left)) return 0;
  const short = way.characters.length < 3;
  if (short && each.includes('near')) return 0;
  // "A stone bridge" is one; "East Sun" and "Li Family Bridge" are names where they stand by themselves.
  if (each.every((one) => one === 'sense')) return 0;
  if (each.includes('sense') && !STANDS_APART.test(right) && !IN.test(left)) return 0;
  const inSentence =
    AFTER_PINYIN_WORDS.test(left) && /^ [a-z]/.test(right) && !BEFORE_A_PINYIN_NAME.test(left);
  if (short && inSentence && !english) return 0;
  return way.bare * (written === 'near' ? 0.8 : 0.93);
}

/** The word after a name that says that it is one. */
export type NamedBy = 'kind' | 'group' | 'facility';

export function namedBy(right: string, hasGroup: boolean): NamedBy | undefined {
  if (KIND.test(right)) return 'kind';
  if (hasGroup) return 'group';
  return FACILITY.test(right) ? 'facility' : undefined;
}

/** 他要杀我村里没人管: another word, and the village's people or what is in it. */
const IN_THE_VILLAGE = /^\s?村[里民上外委没有的头]/;

/** With 村, a group or a school after it, a name that is not quite right is one all the same. */
export function namedCertainty(
  { way, written, each, latin }: Match,
  { left, right }: Surroundings,
  by: NamedBy,
  text: string,
): number {
  if (isPartOfLongerName(way, left)) return 0;
  // 张庄 and 李家庄 are villages of their own, and not 后张 or 李家桥.
  if (!way.own && right.startsWith('庄')) return 0;
  if (way.bare === 0 && (!isFree(left) || OFFICE.test(right))) return 0;
  if (by !== 'kind' && each.every((one) => one === 'sense')) return 0;
  if (!latin && written !== 'exact' && !each.includes('exact') && IN_THE_VILLAGE.test(right)) return 0;
  if (by !== 'kind' && (written === 'other' || (written === 'near' && way.characters.length < 3))) return 0;
  if (by === 'facility' && WORDS_BY_SOUND.has(text)) return 0;
  // A school at 石桥 may stand by a bridge of stone.
  if (written === 'exact' && by === 'facility') return 0;
  const share = latin && written === 'sound' ? 0.93 : LEFT_OF[written];
  return way.named * share * (by === 'kind' ? 1 : 0.97);
}

import type { Bilingual } from '../words/language.js';
import {
  type AllSettingWords,
  both,
  type CountedWords,
  type Setting,
  type SettingWords,
} from './setting-words.js';
import { TEXT_WORDS } from './setting-words.texts.js';
import { CALLER_WORDS, TOWN_WORDS } from './setting-words.town.js';
import { REQUEST_WORDS, ROUND_WORDS } from './setting-words.work.js';

const WORDS: AllSettingWords = {
  ...TOWN_WORDS,
  ...CALLER_WORDS,
  ...TEXT_WORDS,
  ...REQUEST_WORDS,
  ...ROUND_WORDS,
};

const ALL: Readonly<Record<string, SettingWords & Partial<CountedWords>>> = WORDS;
const SECTION = 'settings.';

/** What is said of the setting at a path of the form; undefined where that is no setting. */
export const settingWords = (path: string): (SettingWords & Partial<CountedWords>) | undefined =>
  path.startsWith(SECTION) ? ALL[path.slice(SECTION.length)] : undefined;

/** The parts in which settings are shown, in their order. */
export const SETTING_AREAS = {
  town: both('本镇', 'The town'),
  texts: both('短信', 'Texts'),
  asked: both('询问谁', 'Who is asked'),
  emergencies: both('紧急事项', 'Emergencies'),
  requests: both('诉求的时限与上限', 'Times and limits of a request'),
  residents: both('居民', 'Residents'),
  rounds: both('定期工作与任务', 'Rounds and tasks'),
  retention: both('保存与统计', 'Retention and statistics'),
  access: both('接口与防滥用', 'Other programs and abuse'),
} as const satisfies Readonly<Record<string, Bilingual>>;
export type SettingArea = keyof typeof SETTING_AREAS;

/** In which of them each stands; one without does not compile. */
export const AREA_OF: Readonly<Record<Setting, SettingArea>> = {
  id: 'town',
  name: 'town',
  sample: 'town',
  timeZone: 'town',
  currency: 'town',
  holidays: 'town',
  workingHours: 'town',
  defaultLanguage: 'town',
  sms: 'texts',
  ladder: 'asked',
  emergencyLadder: 'emergencies',
  emergencies: 'emergencies',
  emergencyProgramme: 'emergencies',
  emergencyNumbers: 'emergencies',
  departments: 'asked',
  limits: 'requests',
  petition: 'requests',
  aid: 'requests',
  documents: 'requests',
  undoWithin: 'requests',
  placeWithin: 'requests',
  attentionWithin: 'requests',
  coordinationWithin: 'requests',
  joinedCheckEvery: 'requests',
  duplicates: 'requests',
  stuckAfterMinutes: 'requests',
  reading: 'residents',
  confirmWithin: 'residents',
  objectWithin: 'residents',
  newsEvery: 'residents',
  askNewsEvery: 'residents',
  appointments: 'residents',
  alternatives: 'residents',
  map: 'residents',
  rounds: 'rounds',
  tasks: 'rounds',
  causes: 'rounds',
  cards: 'rounds',
  visits: 'rounds',
  receptions: 'rounds',
  retention: 'retention',
  statistics: 'retention',
  callers: 'access',
  open311: 'access',
};

import type { Bilingual } from '../words/language.js';
import type { SectionId } from './section-ids.js';

const words = (zh: string, en: string): Bilingual => ({ 'zh-CN': zh, en });

interface SectionWords {
  readonly name: Bilingual;
  /** One entry of it. */
  readonly one: Bilingual;
  /** What it is for, and what a change of it does. */
  readonly hint: Bilingual;
}

/** What sections are called, and what is said above each. */
export const SECTION_WORDS: Readonly<Record<SectionId, SectionWords>> = {
  staff: {
    name: words('人员', 'Staff'),
    one: words('人员', 'Person'),
    hint: words(
      '干部、部门联系人和领导。换人时先添加新人，再到“网格岗位”或“部门”里换上新人。',
      'Cadres, contacts of departments, leaders. To replace somebody, add the new person, then put them into the posts or departments of the old one.',
    ),
  },
  posts: {
    name: words('网格岗位', 'Posts of grids'),
    one: words('岗位', 'Post of a grid'),
    hint: words(
      '换岗后，原来那个人名下未办结的诉求由接任的人负责，并会收到短信。',
      'Whoever takes a post over owns the open requests of whoever held it, and is told by text.',
    ),
  },
  departments: {
    name: words('部门', 'Departments'),
    one: words('部门', 'Department'),
    hint: words(
      '联系人按顺序询问；关键词供干部转办时使用。',
      'Contacts are asked in order; keywords are what cadres transfer by.',
    ),
  },
  supervisors: {
    name: words('包村人员', 'Supervisors'),
    one: words('包村人员', 'Supervisor'),
    hint: words(
      '包村领导和责任区书记，以及各自负责的村。',
      'Village-supervising leaders and area secretaries, and the village of each.',
    ),
  },
  villages: {
    name: words('村与小组', 'Villages and groups'),
    one: words('村', 'Village'),
    hint: words('每个村民小组只属于一个网格。', 'Each villager group lies in exactly one grid.'),
  },
  grids: {
    name: words('网格名称', 'Names of grids'),
    one: words('网格', 'Grid'),
    hint: words(
      '网格的边界来自地图文件，需要增减网格或改动边界时请导入文件。',
      'The borders come from the file of the map: to add a grid or move a border, import that.',
    ),
  },
  places: {
    name: words('服务场所', 'Service places'),
    one: words('服务场所', 'Service place'),
    hint: words('居民可以去办事的地方和开放时间。', 'Where residents can come, and when.'),
  },
  reception: {
    name: words('接待日', 'Reception days'),
    one: words('接待日', 'Reception day'),
    hint: words('谁在哪天、在哪里接待来访。', 'Who receives people where and when.'),
  },
  categories: {
    name: words('事项类别', 'Categories'),
    one: words('事项类别', 'Category'),
    hint: words(
      '类别决定办理方式和期限。新类别要有至少十来条居民的说法，系统才认得出来。',
      'A category decides how a request is handled, and until when. A new one is recognised once it has ten or more phrases that people write.',
    ),
  },
  examples: {
    name: words('居民的说法', 'Phrases'),
    one: words('说法', 'Phrase'),
    hint: words(
      '系统从这些说法中学习识别诉求。不要写姓名、电话和门牌号。',
      'The town learns from these how to read a request. No names, telephone numbers or house numbers.',
    ),
  },
  dutyList: {
    name: words('职责清单', 'Duty list'),
    one: words('清单事项', 'Entry of the duty list'),
    hint: words(
      '由县级部门负责、不下派给网格的事项。',
      'Matters of the county’s departments, which are never passed to a grid.',
    ),
  },
  dangers: {
    name: words('险情', 'Dangers'),
    one: words('险情', 'Danger'),
    hint: words(
      '发生每种险情时，给反映人的提示和通知的单位。',
      'The advice to whoever reports a danger, and who is called.',
    ),
  },
  deadlines: {
    name: words('办理期限', 'Deadlines'),
    one: words('办理方式', 'Path'),
    hint: words(
      '改动只影响之后收到的诉求，已经承诺的期限不变。',
      'A change holds for new requests; what was promised stays.',
    ),
  },
  settings: {
    name: words('设置', 'Settings'),
    one: words('设置', 'Settings'),
    hint: words(
      '短信、时限、上限、值班、定期工作、保存期限等。保存后立即生效，已经承诺的期限不变。',
      'Texts, times, limits, who is asked, rounds, retention and more. What is saved holds at once; what was promised stays.',
    ),
  },
  programmes: {
    name: words('项目', 'Programmes'),
    one: words('项目', 'Programme'),
    hint: words(
      '表单、材料、环节和期限。新建项目时，从模板开始，或复制一个相近的再修改。新的诉求用新版，正在办理的沿用旧版。',
      'Form, documents, stages and days. Begin a new one from a template, or copy one like it. A change holds for new requests; those under way keep what they began with.',
    ),
  },
  texts: {
    name: words('短信模板', 'Texts'),
    one: words('短信', 'Text'),
    hint: words(
      '大括号里的词会换成具体内容，请原样保留。',
      'Words in braces are filled in by the system: keep them as they are.',
    ),
  },
};

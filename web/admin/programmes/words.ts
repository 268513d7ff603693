import type { FormField, StageStep } from '../../../domain/town/schema.js';
import type { Catalogue } from '../page/catalogue.js';
import type { Unit } from './allowance-unit.js';

interface Words {
  readonly title: string;
  readonly description: string;
  readonly name: string;
  readonly stages: string;
  readonly documents: string;
  readonly fields: string;
  readonly places: string;
  readonly placesOf: (count: number, per: string) => string;
  readonly per: Readonly<Record<'year' | 'month' | 'total', string>>;
  readonly unlimited: string;
  readonly none: string;
  readonly form: string;
  readonly preview: string;
  readonly previewHint: string;
  readonly rules: string;
  readonly data: string;
  readonly dataHint: string;
  readonly dataBroken: string;
  readonly save: string;
  readonly unsaved: string;
  readonly versionHint: string;
  readonly readOnly: string;
  readonly chinese: string;
  readonly english: string;
  readonly id: string;
  readonly type: string;
  readonly types: Readonly<Record<FormField['type'], string>>;
  readonly required: string;
  readonly personal: string;
  readonly min: string;
  readonly max: string;
  readonly choices: string;
  readonly choice: string;
  readonly addField: string;
  readonly addChoice: string;
  readonly addDocument: string;
  readonly remove: (what: string) => string;
  readonly up: (what: string) => string;
  readonly down: (what: string) => string;
  readonly noFields: string;
  readonly noDocuments: string;
  readonly document: string;
  readonly step: string;
  readonly by: string;
  readonly owner: string;
  readonly gridHead: string;
  readonly provider: string;
  readonly asks: Readonly<Record<StageStep['asks'], string>>;
  readonly asksWhat: string;
  readonly within: string;
  readonly extendBy: string;
  readonly sideBySide: string;
  readonly units: Readonly<Record<Unit, string>>;
  readonly amount: string;
  readonly unit: string;
  readonly alternatives: string;
  readonly followUpDays: string;
  readonly followUpHint: string;
  readonly yes: string;
  readonly no: string;
  readonly optional: string;
}

export const PROGRAMMES: Catalogue<Words> = {
  'zh-CN': {
    title: '项目',
    description: '项目是数据：表单、材料、环节和期限。改动后新的诉求用新版，正在办理的沿用旧版。',
    name: '名称',
    stages: '环节',
    documents: '材料',
    fields: '表单',
    places: '名额',
    placesOf: (count, per) => `${count} 名 / ${per}`,
    per: { year: '年', month: '月', total: '总数' },
    unlimited: '不限',
    none: '还没有项目。',
    form: '表单',
    preview: '预览',
    previewHint: '网格员填写时看到的样子。',
    rules: '其他',
    data: '数据',
    dataHint: '整个项目，与导入文件的内容相同。',
    dataBroken: '不是有效的 JSON，没有采用。',
    save: '保存',
    unsaved: '有未保存的改动。',
    versionHint: '保存时整个镇的数据会再检查一遍，有错则不保存。',
    readOnly: '您的角色只能查看。',
    chinese: '中文',
    english: '英文',
    id: '代号',
    type: '类型',
    types: { text: '文字', number: '数字', date: '日期', choice: '选择', 'yes-no': '是或否' },
    required: '必填',
    personal: '个人信息',
    min: '最小值',
    max: '最大值',
    choices: '选项',
    choice: '值',
    addField: '添加字段',
    addChoice: '添加选项',
    addDocument: '添加材料',
    remove: (what) => `删除 ${what}`,
    up: (what) => `上移 ${what}`,
    down: (what) => `下移 ${what}`,
    noFields: '这个项目没有表单。',
    noDocuments: '居民不需要带材料。',
    document: '材料',
    step: '步骤',
    by: '由谁',
    owner: '首问责任人',
    gridHead: '网格长',
    provider: '承办单位',
    asks: {
      application: '申请',
      approval: '审批',
      appointment: '预约',
      report: '办理情况',
      settlement: '调解处理',
    },
    asksWhat: '任务',
    within: '期限',
    extendBy: '可延期',
    sideBySide: '同一环节的步骤同时进行，全部完成后进入下一环节。',
    units: {
      minutes: '分钟',
      hours: '小时',
      days: '天',
      workingHours: '工作小时',
      workingDays: '工作日',
    },
    amount: '数量',
    unit: '单位',
    alternatives: '不能办理时还可以',
    followUpDays: '结案后回访（天）',
    followUpHint: '用逗号分开，例如 7, 30',
    yes: '是',
    no: '否',
    optional: '（选填）',
  },
  en: {
    title: 'Programmes',
    description:
      'A programme is data: form, documents, stages and days. New requests take a change; those under way keep what they began with.',
    name: 'Name',
    stages: 'Stages',
    documents: 'Documents',
    fields: 'Form',
    places: 'Places',
    placesOf: (count, per) => `${count} a ${per}`,
    per: { year: 'year', month: 'month', total: 'total' },
    unlimited: 'no limit',
    none: 'There is no programme yet.',
    form: 'Form',
    preview: 'Preview',
    previewHint: 'What a cadre sees who fills it in.',
    rules: 'More',
    data: 'As data',
    dataHint: 'The whole programme, as an import file has it.',
    dataBroken: 'This is not valid JSON; nothing was changed.',
    save: 'Save',
    unsaved: 'There are changes that are not saved.',
    versionHint: 'Saving checks the whole town again; with an error nothing is saved.',
    readOnly: 'Your role can view but not change this.',
    chinese: 'Chinese',
    english: 'English',
    id: 'Id',
    type: 'Type',
    types: { text: 'Text', number: 'Number', date: 'Date', choice: 'Choice', 'yes-no': 'Yes or no' },
    required: 'Required',
    personal: 'Personal data',
    min: 'Least',
    max: 'Most',
    choices: 'Choices',
    choice: 'Value',
    addField: 'Add a field',
    addChoice: 'Add a choice',
    addDocument: 'Add a document',
    remove: (what) => `Remove ${what}`,
    up: (what) => `Move ${what} up`,
    down: (what) => `Move ${what} down`,
    noFields: 'This programme has no form.',
    noDocuments: 'The resident has to bring nothing.',
    document: 'Document',
    step: 'Step',
    by: 'By',
    owner: 'First asked',
    gridHead: 'Grid head',
    provider: 'Provider',
    asks: {
      application: 'Application',
      approval: 'Approval',
      appointment: 'Appointment',
      report: 'Report',
      settlement: 'Settlement',
    },
    asksWhat: 'Asked for',
    within: 'Within',
    extendBy: 'Extended by',
    sideBySide: 'Steps of a stage run side by side; the next stage begins when all are done.',
    units: {
      minutes: 'minutes',
      hours: 'hours',
      days: 'days',
      workingHours: 'working hours',
      workingDays: 'working days',
    },
    amount: 'Amount',
    unit: 'Unit',
    alternatives: 'What else a refused applicant can do',
    followUpDays: 'Follow-ups (days after closure)',
    followUpHint: 'Separated by commas: 7, 30',
    yes: 'Yes',
    no: 'No',
    optional: '(optional)',
  },
};

import type { Town } from '../../../domain/town/schema.js';
import type { Catalogue } from '../page/catalogue.js';

interface Words {
  readonly title: string;
  readonly description: string;
  readonly version: (version: number) => string;
  readonly importedAt: string;
  readonly counts: string;
  readonly exportTitle: string;
  readonly exportHint: string;
  readonly export: string;
  readonly importTitle: string;
  readonly importHint: string;
  readonly choose: string;
  readonly chosen: (count: number) => string;
  readonly check: string;
  readonly import: string;
  readonly importQuestion: string;
  readonly imported: (version: number) => string;
  readonly unreadable: (file: string) => string;
  readonly nothingChanges: string;
  readonly changes: string;
  readonly part: string;
  /** What is learnt from the examples is no part that anybody edits. */
  readonly parts: Readonly<Record<Exclude<keyof Town, 'model'>, string>>;
  readonly added: string;
  readonly changed: string;
  readonly removed: string;
  readonly problems: (count: number) => string;
  readonly problemsHint: string;
  readonly file: string;
  readonly row: string;
  readonly field: string;
  readonly problem: string;
  readonly removeFile: (name: string) => string;
}

export const DATA: Catalogue<Words> = {
  'zh-CN': {
    title: '导入与导出',
    description: '一次导入要么全部生效，要么一处不改；正在办理的诉求沿用开始时的版本。',
    version: (version) => `第 ${version} 版`,
    importedAt: '生成时间',
    counts: '内容',
    exportTitle: '导出',
    exportHint: '全部镇情数据，与导入所用的文件相同。人员电话包含在内，请妥善保管。',
    export: '导出全部文件（zip）',
    importTitle: '导入',
    importHint: '选择 CSV 和 YAML 文件，或一个 zip。有 settings.yaml 时视为整个镇；没有时只替换同名文件。',
    choose: '选择文件',
    chosen: (count) => `已选 ${count} 个文件`,
    check: '只检查',
    import: '导入',
    importQuestion: '用这些文件更新镇情数据？',
    imported: (version) => `已导入，现为第 ${version} 版。`,
    unreadable: (file) => `读不出文件 ${file}。`,
    nothingChanges: '检查通过，没有任何变化。',
    changes: '检查通过，将有以下变化',
    part: '部分',
    parts: {
      settings: '设置',
      villages: '村',
      grids: '网格',
      households: '户',
      staff: '人员',
      leave: '休假',
      departments: '部门',
      supervisors: '包村',
      inspections: '督查',
      places: '服务场所',
      reception: '接待日',
      categories: '事项类别',
      dangers: '险情',
      examples: '识别样例',
      programmes: '项目',
      texts: '短信模板',
    },
    added: '新增',
    changed: '改动',
    removed: '删除',
    problems: (count) => `有 ${count} 处错误，没有导入任何内容`,
    problemsHint: '请按文件、行和字段改正后再试。',
    file: '文件',
    row: '行',
    field: '字段',
    problem: '错误',
    removeFile: (name) => `移除 ${name}`,
  },
  en: {
    title: 'Import and export',
    description:
      'An import takes effect whole or not at all; requests under way keep the version they began with.',
    version: (version) => `Version ${version}`,
    importedAt: 'Made',
    counts: 'What is in it',
    exportTitle: 'Export',
    exportHint:
      'All of the town’s data, as the files an import takes. Phones of staff are among it: keep it safe.',
    export: 'Export all files (zip)',
    importTitle: 'Import',
    importHint:
      'Choose CSV and YAML files, or one zip. With settings.yaml they are the whole town; without, they take the place of the files of the same names.',
    choose: 'Choose files',
    chosen: (count) => `${count} files chosen`,
    check: 'Check only',
    import: 'Import',
    importQuestion: 'Change the town’s data to these files?',
    imported: (version) => `Imported: this is version ${version}.`,
    unreadable: (file) => `The file ${file} cannot be read.`,
    nothingChanges: 'Everything is right, and nothing would change.',
    changes: 'Everything is right. This would change',
    part: 'Part',
    parts: {
      settings: 'Settings',
      villages: 'Villages',
      grids: 'Grids',
      households: 'Households',
      staff: 'Staff',
      leave: 'Leave',
      departments: 'Departments',
      supervisors: 'Supervisors',
      inspections: 'Inspections',
      places: 'Places',
      reception: 'Reception days',
      categories: 'Categories',
      dangers: 'Dangers',
      examples: 'Examples to read by',
      programmes: 'Programmes',
      texts: 'Texts',
    },
    added: 'Added',
    changed: 'Changed',
    removed: 'Removed',
    problems: (count) => `${count} errors: nothing was imported`,
    problemsHint: 'Put them right by file, row and field, then try again.',
    file: 'File',
    row: 'Row',
    field: 'Field',
    problem: 'What is wrong',
    removeFile: (name) => `Remove ${name}`,
  },
};

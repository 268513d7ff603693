import type { Staff } from '../../../domain/town/schema.js';
import type { Catalogue } from '../page/catalogue.js';

interface Words {
  readonly grids: {
    readonly title: string;
    readonly description: string;
    readonly map: string;
    readonly list: string;
    readonly grid: (number: number) => string;
    readonly choose: string;
    readonly village: string;
    readonly posts: Readonly<Record<'a' | 'b' | 'c', string>>;
    readonly open: string;
    readonly openRequests: string;
    readonly edit: string;
    readonly name: string;
    readonly number: string;
    readonly legend: string;
    readonly shades: Readonly<Record<'none' | 'some' | 'many', string>>;
    readonly find: string;
    readonly none: string;
  };
  readonly staff: {
    readonly title: string;
    readonly description: string;
    readonly name: string;
    readonly phone: string;
    readonly duty: string;
    readonly duties: Readonly<Record<Staff['duty'], string>>;
    readonly language: string;
    readonly languages: Readonly<Record<'zh-CN' | 'en', string>>;
    readonly roles: string;
    readonly post: (grid: number, post: string) => string;
    readonly edit: string;
    readonly editTitle: (name: string) => string;
    readonly find: string;
    readonly none: string;
  };
  readonly posts: {
    readonly title: (grid: number) => string;
    readonly saved: string;
  };
  readonly leave: {
    readonly title: string;
    readonly description: string;
    readonly add: string;
    readonly staff: string;
    readonly from: string;
    readonly to: string;
    readonly remove: string;
    readonly removeQuestion: string;
    readonly removed: string;
    readonly added: string;
    readonly none: string;
    readonly imported: string;
    readonly origin: string;
    readonly own: string;
  };
  readonly save: string;
  readonly cancel: string;
  readonly saved: (version: number) => string;
  readonly conflict: string;
}

export const TOWN: Catalogue<Words> = {
  'zh-CN': {
    grids: {
      title: '网格',
      description: '每户只在一个网格。颜色为最近一次日结后仍未办结的件数。',
      map: '网格地图',
      list: '网格列表',
      grid: (number) => `${number} 号网格`,
      choose: '在地图或列表中选择一个网格。',
      village: '村',
      posts: { a: 'A 岗（网格长）', b: 'B 岗', c: 'C 岗' },
      open: '未办结',
      openRequests: '查看办理中的诉求',
      edit: '调整岗位',
      name: '名称',
      number: '编号',
      legend: '图例：未办结件数',
      shades: { none: '无', some: '1–2 件', many: '3 件以上' },
      find: '查找网格、村或人员',
      none: '没有找到。',
    },
    staff: {
      title: '人员',
      description: '兼职网格人员、部门联系人和领导。电话只对需要的角色完整显示。',
      name: '姓名',
      phone: '电话',
      duty: '身份',
      duties: {
        'town-cadre': '镇干部',
        'village-cadre': '村干部',
        'group-leader': '村民小组长',
        'community-administrator': '社区管理员',
        department: '部门',
        provider: '服务单位',
        leader: '领导',
      },
      language: '短信语言',
      languages: { 'zh-CN': '中文', en: '英文' },
      roles: '岗位与部门',
      post: (grid, post) => `${grid} 号网格 ${post}`,
      edit: '修改',
      editTitle: (name) => `修改：${name}`,
      find: '查找姓名、岗位或部门',
      none: '没有找到。',
    },
    posts: {
      title: (grid) => `${grid} 号网格的岗位`,
      saved: '岗位已调整，新任务会发给新的人员。',
    },
    leave: {
      title: '休假',
      description: '休假期间由 B 岗顶替；A、B 岗同时休假的申请会被拒绝。',
      add: '登记休假',
      staff: '人员',
      from: '开始',
      to: '结束',
      remove: '取消休假',
      removeQuestion: '取消这次休假？',
      removed: '休假已取消。',
      added: '休假已登记。',
      none: '没有登记的休假。',
      imported: '来自导入的文件',
      origin: '来源',
      own: '短信或此处登记',
    },
    save: '保存',
    cancel: '取消',
    saved: (version) => `已保存，镇情数据为第 ${version} 版。`,
    conflict: '其他人刚刚改动过，请刷新后再改。',
  },
  en: {
    grids: {
      title: 'Grids',
      description:
        'Every household lies in one grid. The colour says how much was open after the last daily close.',
      map: 'Map of the grids',
      list: 'List of the grids',
      grid: (number) => `Grid ${number}`,
      choose: 'Choose a grid on the map or in the list.',
      village: 'Village',
      posts: { a: 'A post (head)', b: 'B post', c: 'C post' },
      open: 'Open',
      openRequests: 'Open requests',
      edit: 'Change the posts',
      name: 'Name',
      number: 'Number',
      legend: 'Open requests',
      shades: { none: 'none', some: '1–2', many: '3 or more' },
      find: 'Find a grid, village or person',
      none: 'Nothing found.',
    },
    staff: {
      title: 'Staff',
      description:
        'Part-time grid teams, contacts of departments, leaders. Phones are shown whole to the roles that need them.',
      name: 'Name',
      phone: 'Phone',
      duty: 'Duty',
      duties: {
        'town-cadre': 'Town cadre',
        'village-cadre': 'Village cadre',
        'group-leader': 'Villager-group leader',
        'community-administrator': 'Community administrator',
        department: 'Department',
        provider: 'Provider',
        leader: 'Leader',
      },
      language: 'Language of texts',
      languages: { 'zh-CN': 'Chinese', en: 'English' },
      roles: 'Posts and departments',
      post: (grid, post) => `Grid ${grid} ${post}`,
      edit: 'Change',
      editTitle: (name) => `Change ${name}`,
      find: 'Find a name, post or department',
      none: 'Nobody found.',
    },
    posts: {
      title: (grid) => `Posts of grid ${grid}`,
      saved: 'The posts are changed; new asks go to the new people.',
    },
    leave: {
      title: 'Leave',
      description: 'The B post stands in. Leave of A and B at the same time is refused.',
      add: 'Enter leave',
      staff: 'Who',
      from: 'First day',
      to: 'Last day',
      remove: 'Cancel leave',
      removeQuestion: 'Cancel this leave?',
      removed: 'The leave is cancelled.',
      added: 'The leave is entered.',
      none: 'No leave is entered.',
      imported: 'from the imported files',
      origin: 'From',
      own: 'by text or entered here',
    },
    save: 'Save',
    cancel: 'Cancel',
    saved: (version) => `Saved; the town's data is version ${version}.`,
    conflict: 'Somebody else has just changed it: refresh, then change it again.',
  },
};

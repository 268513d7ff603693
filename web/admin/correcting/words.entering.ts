import type { Catalogue } from '../page/catalogue.js';

const en = {
  open: 'Enter a call',
  title: 'A request by telephone',
  phone: 'Number of whoever calls',
  name: 'Name, if they give it',
  description: 'What they say',
  descriptionHint: 'In their own words: what, and where. Place and category are read from them.',
  village: 'Village',
  group: 'Group',
  category: 'Category',
  asSaid: 'as their words say',
  save: 'Take it in',
  done: 'Taken in; whoever called is texted its number.',
};

export const ENTERING: Catalogue<typeof en> = {
  en,
  'zh-CN': {
    open: '登记来电',
    title: '登记来电诉求',
    phone: '来电号码',
    name: '姓名（愿意说的话）',
    description: '反映的内容',
    descriptionHint: '照来电人的原话写：什么事、在哪里。地点和类别由系统识别。',
    village: '村',
    group: '组',
    category: '类别',
    asSaid: '按原话识别',
    save: '登记',
    done: '已登记，编号会用短信告诉来电人。',
  },
};

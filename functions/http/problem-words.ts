import type { Bilingual } from '../../domain/words/language.js';

/** Everything that can be wrong with a call, and the words for it. */
const PROBLEMS = {
  'invalid-body': {
    status: 422,
    title: { 'zh-CN': '填写的内容有误', en: 'Some of what was sent is not right' },
  },
  'broken-json': {
    status: 400,
    title: { 'zh-CN': '请求正文不是有效的 JSON', en: 'The body is not valid JSON' },
  },
  'wrong-content-type': {
    status: 415,
    title: { 'zh-CN': '请求正文须为 application/json', en: 'The body must be application/json' },
  },
  'too-large': { status: 413, title: { 'zh-CN': '请求正文过大', en: 'The body is too large' } },
  'wrong-form-type': {
    status: 415,
    title: {
      'zh-CN': '请求正文须为 application/x-www-form-urlencoded',
      en: 'The body must be application/x-www-form-urlencoded',
    },
  },
  forbidden: { status: 403, title: { 'zh-CN': '您没有这项权限', en: 'Your role does not allow this' } },
  'signed-out': { status: 401, title: { 'zh-CN': '请先登录', en: 'Please sign in' } },
  'wrong-photo-type': {
    status: 415,
    title: { 'zh-CN': '照片须为 JPEG（image/jpeg）', en: 'A photo must be a JPEG (image/jpeg)' },
  },
  'photo-too-large': {
    status: 413,
    title: { 'zh-CN': '照片超过 300 KB', en: 'The photo is larger than 300 KB' },
  },
  'no-photo': {
    status: 422,
    title: {
      'zh-CN': '不是完整的照片，或者边长超过 1600 像素',
      en: 'This is no whole photo, or one of more than 1,600 pixels',
    },
  },
  'photos-full': { status: 409, title: { 'zh-CN': '照片已满', en: 'It has as many photos as it may have' } },
  'photos-after-done': {
    status: 409,
    title: {
      'zh-CN': '先答复“办结”，再添加照片；其他答复不收照片',
      en: 'Say first that it is done; photos follow that answer and no other',
    },
  },
  'photos-stay': {
    status: 409,
    title: {
      'zh-CN': '这件事的照片不公开：只有公共场所的、已经办好并有办理照片的才能公开',
      en: 'Photos of this are not for everybody: only of a public place, once the work is done and was photographed',
    },
  },
  'not-agreed': {
    status: 409,
    title: {
      'zh-CN': '居民还没有同意公开照片',
      en: 'Its resident has not agreed that everybody may see the photos',
    },
  },
  'request-over': { status: 409, title: { 'zh-CN': '这件事已经结束', en: 'This request is over' } },
  'nobody-asked': {
    status: 409,
    title: { 'zh-CN': '现在没有等工作人员答复，无需催办', en: 'No member of staff is asked anything now' },
  },
  'urged-lately': {
    status: 409,
    title: { 'zh-CN': '刚刚催办过，请稍后再催', en: 'They were reminded a short while ago' },
  },
  'not-allowed': { status: 403, title: { 'zh-CN': '不允许', en: 'Not allowed' } },
  'not-found': { status: 404, title: { 'zh-CN': '没有找到', en: 'Not found' } },
  'handed-over': {
    status: 409,
    title: { 'zh-CN': '这件事已交给别人办', en: 'This is with somebody else now' },
  },
  'not-open': { status: 409, title: { 'zh-CN': '这个问题已经结束', en: 'This question is over' } },
  'emergency-stays': {
    status: 409,
    title: {
      'zh-CN': '紧急事项不能撤回，现场确认安全后才结束',
      en: 'An emergency is not withdrawn: it ends when somebody on site says that it is safe',
    },
  },
  'not-redrivable': {
    status: 409,
    title: { 'zh-CN': '这个执行现在不能从断点继续', en: 'This execution cannot be redriven now' },
  },
  'not-running': {
    status: 409,
    title: { 'zh-CN': '这个执行没有在运行', en: 'This execution is not running' },
  },
  'not-unfinished': {
    status: 409,
    title: {
      'zh-CN': '只有失败、超时或被停止的执行可以重试',
      en: 'Only an execution that failed, timed out or was stopped can be retried',
    },
  },
  'retried-before': {
    status: 409,
    title: {
      'zh-CN': '已经重试过，工作在后来的执行中继续',
      en: 'It was retried before: its work goes on in a later execution',
    },
  },
  'retry-its-request': {
    status: 409,
    title: {
      'zh-CN': '协办随诉求进行：诉求还在运行时，由值班人员答复是否重试；诉求的执行已经结束时，请重试那个执行',
      en: 'A coordination goes with its request: while that runs, the duty desk is asked whether to try again; once its execution has ended, retry that one',
    },
  },
  'retry-its-inspection': {
    status: 409,
    title: {
      'zh-CN': '未完成的任务由检查的执行继续：检查的执行已经结束时请重试那个执行，否则请让这个执行从断点继续',
      en: 'Its inspection goes on with the tasks that are open: once its execution has ended, retry that one; until then, redrive this one',
    },
  },
  'inspection-reported': {
    status: 409,
    title: {
      'zh-CN': '检查结果已经公布，这一项已记为未完成',
      en: 'The inspection has been reported, with this one as missed',
    },
  },
  'round-overtaken': {
    status: 409,
    title: {
      'zh-CN': '下一轮已经运行，并接手了这一轮留下的工作',
      en: 'The next round has been held, and has taken up what this one left',
    },
  },
  'part-running': {
    status: 409,
    title: {
      'zh-CN': '同一项工作还有执行在运行，请等它结束，或先停止它',
      en: 'Another execution of the same work is still running: wait for its end, or stop it first',
    },
  },
  'town-changed': {
    status: 409,
    title: {
      'zh-CN': '镇情数据已被他人改动，请刷新后再改',
      en: "The town's data was changed meanwhile; refresh and try again",
    },
  },
  'nothing-taught': {
    status: 409,
    title: { 'zh-CN': '还没有可采用的纠正', en: 'Nothing was taught that could be taken over' },
  },
  'dangers-lost': {
    status: 409,
    title: {
      'zh-CN': '采用后会漏掉以下险情，没有改动',
      en: 'These dangers would not be recognised any more; nothing was changed',
    },
  },
  'nothing-to-learn': {
    status: 409,
    title: {
      'zh-CN': '去掉个人信息后没有可学的文字',
      en: 'Without what is personal in it, nothing is left of the words to learn from',
    },
  },
  'leave-imported': {
    status: 409,
    title: {
      'zh-CN': '这次休假来自导入的文件，请在文件中修改',
      en: "This leave stands in the town's files: change it there",
    },
  },
  'town-wrong': {
    status: 422,
    title: { 'zh-CN': '镇情数据有误，没有改动', en: "The town's data is not right; nothing was changed" },
  },
  'link-expired': { status: 410, title: { 'zh-CN': '链接已过期', en: 'This link has expired' } },
  'invalid-query': { status: 400, title: { 'zh-CN': '查询参数有误', en: 'The query is not right' } },
  'too-many': {
    status: 429,
    title: { 'zh-CN': '来得太多，请稍后再试', en: 'Too many at once; please try again later' },
  },
  'danger-held': {
    status: 429,
    title: {
      'zh-CN': '险情已合并转值班室核实',
      en: 'The duty desk has been told, together with other reports',
    },
  },
  unavailable: {
    status: 503,
    title: {
      'zh-CN': '系统暂时连不上，请过几分钟再试。有人有危险时，请直接打电话求助',
      en: 'The service cannot be reached; please try again in a few minutes. If anybody is in danger, telephone for help',
    },
  },
  'server-error': {
    status: 500,
    title: { 'zh-CN': '服务暂时不可用，请稍后再试', en: 'Something failed here; please try again' },
  },
} as const satisfies Record<string, { status: number; title: Bilingual }>;
export type ProblemType = keyof typeof PROBLEMS;

export const problemWords = (type: ProblemType): { readonly status: number; readonly title: Bilingual } =>
  PROBLEMS[type];

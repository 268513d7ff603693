import type { Catalogue } from '../page/catalogue.js';

/** Words of the board, too, which loads no others of executions. */
const en = {
  toExecution: 'Open the execution',
  troubles: {
    retrying: 'A step fails and is tried again',
    attention: 'Needs attention',
    failed: 'Failed',
    stopped: 'Stopped',
    stuck: 'No progress',
  },
  stoppedBy: (who: string) => `Stopped in the console by ${who}`,
  because: (error: string, cause: string) => `${error}: ${cause}`,
  errors: {
    'States.Timeout': 'Timed out',
    'States.HeartbeatTimeout': 'No sign of life in time',
    'States.TaskFailed': 'A task failed',
    'States.Permissions': 'Not permitted',
    'States.Runtime': 'The state could not be run',
    'States.QueryEvaluationError': 'An expression could not be evaluated',
    'States.DataLimitExceeded': 'Too much data',
    'States.BranchFailed': 'A branch failed',
    'States.NoChoiceMatched': 'No choice matched',
    'States.ExceedToleratedFailureThreshold': 'Too many items failed',
    StoppedInTheConsole: 'Stopped in the console',
  } as Readonly<Record<string, string>>,
  triedInVain: (times: number) => (times === 1 ? 'failed once' : `failed ${times} times`),
  forSoLong: (time: string) => `for ${time}`,
};

export const TROUBLE: Catalogue<typeof en> = {
  'zh-CN': {
    toExecution: '查看执行',
    troubles: {
      retrying: '有一步出错，正在自动重试',
      attention: '需要处理',
      failed: '失败',
      stopped: '已停止',
      stuck: '长时间没有进展',
    },
    stoppedBy: (who) => `已由${who}在管理平台停止`,
    because: (error, cause) => `${error}：${cause}`,
    errors: {
      'States.Timeout': '超时',
      'States.HeartbeatTimeout': '按时没有收到心跳',
      'States.TaskFailed': '任务失败',
      'States.Permissions': '没有权限',
      'States.Runtime': '状态无法运行',
      'States.QueryEvaluationError': '表达式计算出错',
      'States.DataLimitExceeded': '数据过大',
      'States.BranchFailed': '分支失败',
      'States.NoChoiceMatched': '没有符合的选择',
      'States.ExceedToleratedFailureThreshold': '失败的项目过多',
      StoppedInTheConsole: '在管理平台停止',
    },
    triedInVain: (times) => `已失败${times}次`,
    forSoLong: (time) => `已${time}`,
  },
  en,
};

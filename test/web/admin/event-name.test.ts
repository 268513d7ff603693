import { HistoryEventType } from '@aws-sdk/client-sfn';
import type { Language } from '../../../domain/words/language.js';
import { eventName } from '../../../web/admin/executions/event-name.js';
import { EXECUTIONS } from '../../../web/admin/executions/words.js';

/** Every kind of event that AWS has; the local cloud emits some of them. */
const TYPES = Object.values(HistoryEventType);

const named = (type: string, language: Language) => eventName(type, EXECUTIONS[language]);

describe('an event of a history', () => {
  test.each(TYPES)('%s has a name in both languages', (type) => {
    expect(named(type, 'zh-CN')).toMatch(/[\u4e00-\u9fff]/);
    expect(named(type, 'en')).toMatch(/^[A-Z][a-z]+ .*[a-z]$/);
  });

  test.each([
    ['TaskStateEntered', '进入任务状态', 'Task state entered'],
    ['TaskTimedOut', '任务超时', 'Task timed out'],
    ['MapIterationStarted', '其中一项开始', 'Iteration of a map started'],
    ['ExecutionRedriven', '执行从断点继续', 'Execution redriven'],
  ])('%s is told as people say it', (type, zh, en) => {
    expect([named(type, 'zh-CN'), named(type, 'en')]).toEqual([zh, en]);
  });

  it('of a kind that is not known keeps its name', () => {
    expect(named('TaskDreamt', 'zh-CN')).toBe('TaskDreamt');
  });
});

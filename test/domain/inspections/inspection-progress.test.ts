import { inspectionProgress } from '../../../domain/inspections/inspection-progress.js';
import type { InspectionCheck } from '../../../domain/inspections/inspection-report.js';
import { openTask, type TaskRecord, type TaskResult } from '../../../domain/task/task-record.js';

const task = (id: string, result?: TaskResult): TaskRecord => ({
  ...openTask(
    {
      town: 'sample',
      purpose: id,
      kind: 'call',
      title: { 'zh-CN': '示例', en: 'sample' },
      to: { ladder: 'person', staff: 'inspector-1' },
    },
    id,
    0,
  ),
  ...(result === undefined ? {} : { result }),
});
const call = (id: string, more: Partial<InspectionCheck> = {}): InspectionCheck => ({
  task: id,
  by: 'inspector-1',
  method: 'telephone',
  request: `request-${id}`,
  ...more,
});
const check = (id: string, more: Partial<InspectionCheck> = {}): InspectionCheck => ({
  task: id,
  by: 'inspector-1',
  method: 'files',
  department: 'office',
  ...more,
});
const progress = (checks: readonly InspectionCheck[], tasks: readonly TaskRecord[]) =>
  inspectionProgress(checks, new Map(tasks.map((one) => [one.id, one])));

describe('the progress of an inspection', () => {
  it('before the report is published is that of its tasks', () => {
    expect(
      progress(
        [call('1'), call('2'), call('3'), call('4'), check('5'), check('6')],
        [
          task('1', 'satisfied'),
          task('2', 'not-reached'),
          task('3', 'unsatisfied'),
          task('4'),
          task('5', 'failed'),
          task('6'),
        ],
      ),
    ).toEqual({ drawn: 4, called: 3, reached: 2, checks: 2, made: 1, missed: 0, findings: 2, rectified: 0 });
  });

  it('counts what nobody did in time as missed, neither as called nor as made', () => {
    expect(progress([call('1', { result: 'missed' }), check('2', { result: 'missed' })], [])).toMatchObject({
      called: 0,
      made: 0,
      missed: 2,
    });
  });

  it('counts a finding as put right once whoever looked again says so', () => {
    const found = [check('1', { result: 'failed', rectification: '2' })];
    expect(progress(found, [task('1', 'failed'), task('2')])).toMatchObject({ findings: 1, rectified: 0 });
    expect(progress(found, [task('2', 'rectified')])).toMatchObject({ findings: 1, rectified: 1 });
  });
});

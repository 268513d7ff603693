import type { Problem } from '../api/client.js';
import { ProblemTable } from '../data/problem-table.js';
import { townProblemsIn } from '../data/town-problems.js';
import { ProblemAlert } from '../shell/problem-alert.js';

/** Why a change was not saved: every error in the town's data, or whatever else it was. */
export function SavingProblem({ problem }: { problem: Problem }) {
  const problems = townProblemsIn(problem);
  return problems ? <ProblemTable problems={problems} /> : <ProblemAlert problem={problem} />;
}

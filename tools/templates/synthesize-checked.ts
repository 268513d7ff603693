import { AwsSolutionsChecks } from 'cdk-nag';
import type { IConstruct } from 'constructs';
import type { Settings } from '../../infra/settings.js';
import { createSmallGridApp } from '../../infra/small-grid-app.js';
import type { Finding } from './accepted.js';

/** What the rules of AWS Solutions find in a tree of constructs. Beside the synthesis, not within: that would print whatever is accepted. */
export const awsSolutions = (app: IConstruct): Finding[] =>
  new AwsSolutionsChecks(app)
    .validateScope(app)
    .violations.flatMap(({ ruleName, description, violatingResources }) =>
      violatingResources.map(({ constructPath = '' }) => ({
        rule: ruleName,
        where: constructPath,
        message: description,
      })),
    );

/**
 * Synthesizes a stage into a folder; answers what the rules of AWS Solutions find. Throws for what the CDK's own find, unless CDK_VALIDATION is
 * `false`.
 */
export function synthesizeChecked(
  bundles: string,
  outdir: string,
  settings: Settings,
  isWatched?: boolean,
): Finding[] {
  const app = createSmallGridApp({ bundles, outdir, settings, isWatched });
  app.synth();
  return awsSolutions(app);
}

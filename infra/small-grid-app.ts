/* oxlint-disable no-new -- a construct is made for what it adds to its scope */
import { App } from 'aws-cdk-lib';
import featureFlags from './feature-flags.json' with { type: 'json' };
import type { MonitoringProps } from './monitoring/monitoring.js';
import { MonitoringStack } from './monitoring/monitoring-stack.js';
import { SmallGridStack } from './small-grid-stack.js';

/** The page of this repository; whoever deploys has it at hand. */
const RUNBOOK = 'docs/operations.md';

/** What a deployment says of its alarms. */
export type MonitoringSettings = Omit<MonitoringProps, 'watched' | 'runbook'>;

/**
 * The app. Feature flags are given here and not in cdk.json, which only the CDK's command line reads, and are frozen in
 * a file, so that neither the way of synthesizing nor an update of the library changes the template unnoticed.
 */
export function createSmallGridApp({
  bundles,
  outdir,
  monitoring,
}: {
  bundles: string;
  outdir?: string;
  monitoring?: MonitoringSettings | undefined;
}): App {
  const app = new App({
    analyticsReporting: false,
    context: featureFlags,
    ...(outdir === undefined ? {} : { outdir }),
  });
  const { watched } = new SmallGridStack(app, 'SmallGrid', {
    bundles,
    description: 'Serves the residents of towns through their grids',
  });
  new MonitoringStack(app, 'SmallGridMonitoring', {
    watched,
    runbook: RUNBOOK,
    ...monitoring,
    description: 'Says when residents wait because of us, and what to do',
  });
  return app;
}

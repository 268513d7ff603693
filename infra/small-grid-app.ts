/* oxlint-disable no-new -- a construct is made for what it adds to its scope */
import { App } from 'aws-cdk-lib';
import { DataStack } from './data-stack.js';
import featureFlags from './feature-flags.json' with { type: 'json' };
import { FirewallStack } from './firewall.js';
import { LOCAL_SETTINGS, OF_CLOUDFRONT, type Settings } from './settings.js';
import { SmallGridStack } from './small-grid-stack.js';
import { stageNames } from './stage-names.js';

export interface SmallGridAppProps {
  readonly bundles: string;
  readonly outdir?: string | undefined;
  /** Of a stage; without, what is hosted on one's own machine. */
  readonly settings?: Settings;
  /** False where a deployment is to mend what its alarms are raised for. */
  readonly isWatched?: boolean | undefined;
}

/**
 * The app of one stage: its data, and what works on them. Feature flags are given here and not in cdk.json, which only the CDK's command line reads,
 * and are frozen in a file, so that neither the way of synthesizing nor an update of the library changes the template unnoticed.
 */
export function createSmallGridApp({
  bundles,
  outdir,
  settings = LOCAL_SETTINGS,
  isWatched,
}: SmallGridAppProps): App {
  const app = new App({
    analyticsReporting: false,
    context: featureFlags,
    ...(outdir === undefined ? {} : { outdir }),
  });
  const { stage, account, region } = settings;
  const names = stageNames(stage);
  const shared = {
    names,
    ...(stage === 'local' ? {} : { env: { region, ...(account === undefined ? {} : { account }) } }),
    tags: { 'small-grid:stage': stage },
  };
  const data = new DataStack(app, 'SmallGridData', {
    ...shared,
    stackName: names('data'),
    description: `What small-grid (${stage}) keeps for the residents of its towns`,
    carrier: settings.carrier,
    table: settings.table,
    ownTable: settings.ownTable,
  });
  new SmallGridStack(app, 'SmallGrid', {
    ...shared,
    stackName: names('app'),
    description: `Serves the residents of towns through their grids (${stage})`,
    bundles,
    settings,
    data,
    isWatched,
  });
  if (settings.edge !== undefined && region !== OF_CLOUDFRONT)
    new FirewallStack(app, 'SmallGridFirewall', {
      ...shared,
      env: { ...shared.env, region: OF_CLOUDFRONT },
      stackName: names('firewall'),
      description: `Refuses who calls too much, before CloudFront (${stage})`,
      names,
    });
  return app;
}

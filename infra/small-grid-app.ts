/* oxlint-disable no-new -- a construct is made for what it adds to its scope */
import { App } from 'aws-cdk-lib';
import featureFlags from './feature-flags.json' with { type: 'json' };
import { SmallGridStack } from './small-grid-stack.js';

/**
 * The app. Feature flags are given here and not in cdk.json, which only the CDK's command line reads, and are frozen in
 * a file, so that neither the way of synthesizing nor an update of the library changes the template unnoticed.
 */
export function createSmallGridApp({ bundles, outdir }: { bundles: string; outdir?: string }): App {
  const app = new App({
    analyticsReporting: false,
    context: featureFlags,
    ...(outdir === undefined ? {} : { outdir }),
  });
  new SmallGridStack(app, 'SmallGrid', {
    bundles,
    description: 'Serves the residents of towns through their grids',
  });
  return app;
}

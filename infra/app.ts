import { createSmallGridApp } from './small-grid-app.js';

// The CDK's command line says in CDK_OUTDIR where it wants the assembly; run by itself it goes where cdk.json says.
createSmallGridApp({ bundles: 'dist/fn', outdir: process.env['CDK_OUTDIR'] ?? 'cdk.out' }).synth();

/**
 * Where the SDK's clients get their credentials in a bundle: Lambda gives a function its role's in the environment.
 * What the SDK looks through by default (profiles, single sign-on, web identities, instance metadata) is 120 KB that no
 * function ever uses, loaded at every cold start; `tools/bundle.ts` puts this module in its place.
 */
export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';

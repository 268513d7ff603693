/**
 * Kinds of danger, whatever the town. A town's data say what each is called, what its sender is told to do and who is
 * alerted: somebody is or can be hurt now or within hours.
 */
export const DANGERS = [
  /** Gas that escapes, by pipe or bottle. */
  'gas',
  /** A stove, a boiler or a brazier in a closed room. */
  'carbon-monoxide',
  /** Live or fallen wires, sparks, a smoking transformer. */
  'electricity',
  'fire',
  /** A dam or dike that seeps, a river that rises, somebody in the water. */
  'flood',
  /** A wall, a roof, a bridge, a scaffold that falls or is about to. */
  'collapse',
  /** A manhole without its cover, an open well, a deep pit without a light. */
  'open-hole',
  /** A child, or somebody confused, who has not come home. */
  'missing-person',
  /** Weapons, beatings, threats, a break-in, somebody who would hurt themselves. */
  'violence',
  /** Tap water or food that makes people ill. */
  'contaminated-water',
  /** A patient who depends on power, oxygen or medicine. */
  'life-support',
  /** Somebody hurt, unconscious, in labour or trapped. */
  'medical',
  /** Anything else that can hurt somebody within hours. */
  'hazard',
] as const;
export type Danger = (typeof DANGERS)[number];

import { townPartRoute, type TownPart, type TownPartAnswer } from '../../../contracts/console/town.js';
import { type Loaded, useLoaded } from '../page/use-loaded.js';

/** A part of the town's data; what a part looks like its name says. */
export const useTownPart = <Part extends TownPart>(part: Part) =>
  useLoaded(townPartRoute, { params: { part } }) as Loaded<TownPartAnswer<Part>> & {
    readonly reload: () => void;
  };

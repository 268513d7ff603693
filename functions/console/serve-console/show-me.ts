import type { Services } from '../../../adapters/services.js';
import { permissionsOf } from '../../../domain/access/permissions.js';
import { consoleHandler } from '../console-routes.js';
import { json } from '../../http/http-handler.js';
import type { Me } from '../../../contracts/console-session.js';
import { SESSION_ROUTES } from './routes.js';

/** `GET /admin/me`: who signed in, to which town, and what they may do there. */
export const createShowMe = (services: Pick<Services, 'towns'>) =>
  consoleHandler('serve-console', SESSION_ROUTES, {
    'GET /admin/me': async ({ at, user: { id, name, town: townId, roles } }) => {
      const { version, town } = await services.towns.load(townId);
      const { name: townName, defaultLanguage, sample, timeZone } = town.settings;
      const me: Me = {
        at,
        id,
        name,
        town: { id: townId, name: townName, defaultLanguage, sample, timeZone, version },
        roles: [...roles],
        permissions: permissionsOf(roles),
      };
      return json(200, me);
    },
  });

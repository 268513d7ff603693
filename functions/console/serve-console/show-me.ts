import type { Services } from '../../../adapters/services.js';
import { permissionsOf } from '../../../domain/access/permissions.js';
import { ROUTES } from './routes.js';
import type { ConsolePages } from './serve-pages.js';
import { routeHandler } from '../../http/route-handler.js';

/** `GET /admin/me`: who signed in, to which town, and what they may do there. */
export const createShowMe = (services: Services<{ towns: 'read' }>, { pages }: Pick<ConsolePages, 'pages'>) =>
  routeHandler(
    'serve-console',
    { me: ROUTES.me },
    {
      me: async (call) => {
        const {
          at,
          user: { id, name, town: townId, roles },
        } = call;
        const { version, town } = await services.towns.load(townId);
        const { name: townName, defaultLanguage, sample, timeZone, currency, sms } = town.settings;
        return call.answer(200, {
          at,
          id,
          name,
          town: {
            id: townId,
            name: townName,
            defaultLanguage,
            sample,
            timeZone,
            currency,
            number: sms.number,
            version,
          },
          pages,
          roles: [...roles],
          permissions: permissionsOf(roles),
        });
      },
    },
  );

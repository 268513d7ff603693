import Box from '@cloudscape-design/components/box';
import { tasksRoute } from '../../../contracts/console/work.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { usePages } from '../page/use-pages.js';
import { MoreButton } from '../shell/more-button.js';
import { PageLink } from '../shell/page-link.js';
import { Deadline } from './deadline.js';
import { BOARD } from './words.board.js';

/** Tasks that wait for whoever looks, beside the requests that do: causes, rectifications, checks, orders. */
export function AskedTasks() {
  const words = useWords(BOARD);
  const { language } = usePage();
  const pages = usePages(tasksRoute, { query: { state: 'open', of: 'me' } });
  if (pages.items.length === 0) return null;
  return (
    <section aria-label={words.askedTasks}>
      <Box variant="h2">{words.askedTasks}</Box>
      <ul className="cards">
        {pages.items.map(({ id, title, dueAt }) => (
          <li key={id} className="card">
            <div className="card-head">
              <b>{title[language]}</b>
              <PageLink to={`/tasks/${id}`}>{id}</PageLink>
            </div>
            <Deadline row={{ dueAt }} />
          </li>
        ))}
      </ul>
      <MoreButton pages={pages} />
    </section>
  );
}

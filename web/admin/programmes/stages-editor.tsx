import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import type { Bilingual } from '../../../domain/words/language.js';
import type { Stage, StageStep } from '../../../domain/town/schema.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { AllowanceInput } from './allowance-input.js';
import { replaced } from './list-change.js';
import type { EditorProps } from './editor-props.js';
import { PROGRAMMES } from './words.js';
import { useTownPart } from '../town/use-town-part.js';

/** The stages one after the other, their steps side by side, and how long each step may take. */
export function StagesEditor({ programme, isReadOnly, onChange }: EditorProps) {
  const words = useWords(PROGRAMMES);
  const { stages } = programme;
  const departments = useDepartmentNames();
  const change = (place: number, stage: Stage) =>
    onChange({ ...programme, stages: replaced(stages, place, stage) });
  return (
    <SpaceBetween size="m">
      <Box color="text-body-secondary">{words.sideBySide}</Box>
      {stages.map((stage, place) => (
        <StagePart
          key={stage.id}
          place={place}
          stage={stage}
          departments={departments}
          isReadOnly={isReadOnly}
          onChange={(changed) => change(place, changed)}
        />
      ))}
    </SpaceBetween>
  );
}

type DepartmentNames = ReadonlyMap<string, Bilingual>;

/** Asked for once, however many stages there are. */
function useDepartmentNames(): DepartmentNames {
  const departments = useTownPart('departments').value?.departments;
  return new Map(departments?.map(({ id, name }) => [id, name]));
}

interface StagePartProps {
  readonly place: number;
  readonly stage: Stage;
  readonly departments: DepartmentNames;
  readonly isReadOnly: boolean;
  readonly onChange: (stage: Stage) => void;
}

function StagePart({ place, stage, departments, isReadOnly, onChange }: StagePartProps) {
  const { language } = usePage();
  const change = (step: StageStep) => {
    const at = stage.steps.findIndex(({ id }) => id === step.id);
    onChange({ ...stage, steps: replaced(stage.steps, at, step) });
  };
  return (
    <Container header={<Header variant="h2">{`${place + 1}. ${stage.name[language]}`}</Header>}>
      <Table
        variant="borderless"
        items={stage.steps}
        trackBy="id"
        columnDefinitions={useColumns(departments, isReadOnly, change)}
      />
    </Container>
  );
}

function useColumns(
  departments: DepartmentNames,
  isReadOnly: boolean,
  onChange: (step: StageStep) => void,
): TableProps.ColumnDefinition<StageStep>[] {
  const words = useWords(PROGRAMMES);
  const { language } = usePage();
  const partyOf = ({ by }: StageStep) => {
    if (by === 'owner') return words.owner;
    if (by === 'grid-head') return words.gridHead;
    if (by === 'provider') return words.provider;
    return departments.get(by.department)?.[language] ?? by.department;
  };
  return [
    { id: 'step', header: words.step, isRowHeader: true, cell: ({ name }) => name[language] },
    { id: 'by', header: words.by, cell: partyOf },
    { id: 'asks', header: words.asksWhat, cell: ({ asks }) => words.asks[asks] },
    {
      id: 'within',
      header: words.within,
      cell: (step) => (
        <AllowanceInput
          label={`${words.within} ${step.name[language]}`}
          value={step.within}
          isReadOnly={isReadOnly}
          onChange={(within) => onChange({ ...step, within })}
        />
      ),
    },
    {
      id: 'extend',
      header: words.extendBy,
      cell: (step) =>
        step.extendBy ? (
          <AllowanceInput
            label={`${words.extendBy} ${step.name[language]}`}
            value={step.extendBy}
            isReadOnly={isReadOnly}
            onChange={(extendBy) => onChange({ ...step, extendBy })}
          />
        ) : (
          '–'
        ),
    },
  ];
}

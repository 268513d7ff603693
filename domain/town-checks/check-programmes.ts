import { APPLICANT_PARTS, PART_HELD } from '../programme/application-words.js';
import { documentsTooLong } from '../programme/documents.js';
import { PLACEHOLDER_LENGTH } from '../texts/text-keys.js';
import { checkFieldRules } from './check-field-rules.js';
import { findRepeats } from './find-repeats.js';
import type { KnownIds } from './known-ids.js';
import type { FormField, Programme, Town } from '../town/schema.js';
import { type TownPath, type TownProblem, problemAt } from '../town/town-problem.js';

/** Programmes are named once; inside, ids are unique, departments known, form fields and eligibility consistent. */
export const checkProgrammes = (town: Town, known: KnownIds): TownProblem[] => [
  ...repeatedIds(['programmes'], town.programmes),
  ...town.programmes.flatMap((programme, index) => {
    const path = ['programmes', index];
    return [
      ...repeatedIds([...path, 'documents'], programme.documents),
      ...repeatedIds([...path, 'form'], programme.form),
      ...programme.form.flatMap((field, at) => checkFormField(field, [...path, 'form', at])),
      ...checkFieldRules(programme, path),
      ...checkPlacedStage(programme, path),
      ...checkStages(programme, path, known),
      ...checkSeen(programme, path),
      ...checkHeld(programme, path),
      ...checkFollowUps(programme, path),
      ...checkToldWhole(programme, path),
    ];
  }),
];

const repeatedIds = (path: TownPath, items: readonly { id: string }[]): TownProblem[] =>
  findRepeats(items, (item) => item.id).map(({ index, key }) =>
    problemAt([...path, index, 'id'], {
      'zh-CN': `“${key}”重复，请只保留一个`,
      en: `"${key}" is there twice; keep one`,
    }),
  );

function checkFormField(field: FormField, path: TownPath): TownProblem[] {
  const choices = field.choices ?? [];
  if (field.type === 'choice' && choices.length < 2) {
    return [
      problemAt([...path, 'choices'], {
        'zh-CN': '选择项至少需要两个选项',
        en: 'a choice needs at least two choices',
      }),
    ];
  }
  if (field.type !== 'choice' && field.choices) {
    return [
      problemAt([...path, 'choices'], {
        'zh-CN': '只有选择类型才有选项，请删除',
        en: `a ${field.type} field has no choices; remove them`,
      }),
    ];
  }
  const limited = field.min !== undefined || field.max !== undefined;
  if (limited && field.type !== 'number') {
    return [
      problemAt([...path, field.min === undefined ? 'max' : 'min'], {
        'zh-CN': '只有数字类型才有 min 和 max',
        en: 'only a number has min and max',
      }),
    ];
  }
  if (field.min !== undefined && field.max !== undefined && field.min > field.max) {
    return [
      problemAt([...path, 'max'], { 'zh-CN': `小于 min ${field.min}`, en: `is below min ${field.min}` }),
    ];
  }
  return findRepeats(choices, (choice) => choice.value).map(({ index, key }) =>
    problemAt([...path, 'choices', index, 'value'], {
      'zh-CN': `“${key}”重复，请只保留一个`,
      en: `"${key}" is there twice; keep one`,
    }),
  );
}

function checkStages(programme: Programme, path: TownPath, known: KnownIds): TownProblem[] {
  const steps = programme.stages.flatMap((stage, s) =>
    stage.steps.map((step, at) => ({ step, path: [...path, 'stages', s, 'steps', at] })),
  );
  const unknown = (id: string, at: TownPath): TownProblem[] =>
    known.has('departments', id)
      ? []
      : [
          problemAt(at, {
            'zh-CN': `没有部门“${id}”，请填写 departments.yaml 中的部门`,
            en: `there is no department "${id}"; name one of departments.yaml`,
          }),
        ];
  return [
    ...repeatedIds([...path, 'stages'], programme.stages),
    ...findRepeats(steps, ({ step }) => step.id).map(({ index, key }) =>
      problemAt([...(steps[index]?.path ?? path), 'id'], {
        'zh-CN': `步骤“${key}”在本项目中重复`,
        en: `step "${key}" is there twice in this programme`,
      }),
    ),
    ...steps.flatMap(({ step, path: at }) =>
      typeof step.by === 'string' ? [] : unknown(step.by.department, [...at, 'by', 'department']),
    ),
    ...programme.stages.flatMap((stage, s) =>
      stage.tell.flatMap((id, at) => unknown(id, [...path, 'stages', s, 'tell', at])),
    ),
  ];
}

/** An approval is shown fields of the form, or parts of the applicant. */
const checkSeen = ({ stages, form }: Programme, path: TownPath): TownProblem[] =>
  stages.flatMap((stage, s) =>
    stage.steps.flatMap(({ sees = [] }, at) =>
      sees.flatMap((what, i) =>
        form.some(({ id }) => id === what) || APPLICANT_PARTS.some((part) => part === what)
          ? []
          : [
              problemAt([...path, 'stages', s, 'steps', at, 'sees', i], {
                'zh-CN': `“${what}”既不是表单字段，也不是 ${APPLICANT_PARTS.join('、')} 之一`,
                en: `"${what}" is no field of the form, and none of ${APPLICANT_PARTS.join(', ')}`,
              }),
            ],
      ),
    ),
  );

/** A field that says who somebody is stays hidden from a step that may not see that; to name it there is a mistake. */
const checkHeld = ({ stages, form }: Programme, path: TownPath): TownProblem[] =>
  stages.flatMap((stage, s) =>
    stage.steps.flatMap(({ sees }, at) =>
      form.flatMap(({ id, holds }) => {
        const part = holds && PART_HELD[holds];
        const i = sees?.indexOf(id) ?? -1;
        return part === undefined || i < 0 || sees?.includes(part)
          ? []
          : [
              problemAt([...path, 'stages', s, 'steps', at, 'sees', i], {
                'zh-CN': `“${id}”能认出申请人，请同时列出 ${part}，或去掉这一项`,
                en: `"${id}" says who applies; name ${part} too, or leave it out`,
              }),
            ];
      }),
    ),
  );

const checkPlacedStage = ({ places, stages }: Programme, path: TownPath): TownProblem[] =>
  places === undefined || stages.some(({ id }) => id === places.stage)
    ? []
    : [
        problemAt([...path, 'places', 'stage'], {
          'zh-CN': `本项目没有阶段“${places.stage}”，请填写需要名额的阶段`,
          en: `the programme has no stage "${places.stage}"; name the one that needs a place`,
        }),
      ];

const checkFollowUps = ({ followUpDays }: Programme, path: TownPath): TownProblem[] =>
  followUpDays.flatMap((day, at) => {
    const before = followUpDays[at - 1];
    return before !== undefined && day <= before
      ? [
          problemAt([...path, 'followUpDays', at], {
            'zh-CN': `${day} 应大于 ${before}，请按先后排列`,
            en: `${day} does not come after ${before}; list the days in order`,
          }),
        ]
      : [];
  });

/** The documents to bring, and the alternatives, reach the resident whole or help nobody. */
function checkToldWhole(programme: Programme, path: TownPath): TownProblem[] {
  const { documents, alternatives } = PLACEHOLDER_LENGTH;
  const cut = (['zh-CN', 'en'] as const).filter(
    (language) => programme.alternatives[language].length > alternatives,
  );
  return [
    ...documentsTooLong(programme).map((language) =>
      problemAt([...path, 'documents'], {
        'zh-CN': `材料清单（${language}）超过短信可容纳的 ${documents} 个字，请缩短名称`,
        en: `the list of documents (${language}) is longer than the ${documents} characters a text has for it; shorten the names`,
      }),
    ),
    ...cut.map((language) =>
      problemAt([...path, 'alternatives', language], {
        'zh-CN': `超过短信可容纳的 ${alternatives} 个字，请缩短`,
        en: `is longer than the ${alternatives} characters a text has for it; shorten it`,
      }),
    ),
  ];
}

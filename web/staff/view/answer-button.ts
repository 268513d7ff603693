/** The element of the button that sends the answer. */
export const ANSWER_BUTTON = 'answer-now';

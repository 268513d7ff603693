import { NUMBERS } from '../contracts/pages/telephone.js';

interface DialledProps {
  readonly words: string;
  readonly numbers?: RegExp;
  readonly by?: 'tel' | 'sms';
  /** How people read a number. */
  readonly shown?: (number: string) => string;
}

/** Words in which each number is a link: a touch calls it, or begins a text to it. */
export const Dialled = ({
  words,
  numbers = NUMBERS,
  by = 'tel',
  shown = (number) => number,
}: DialledProps) => (
  <>
    {words.split(numbers).map((part, at) =>
      at % 2 === 1 ? (
        <a key={at} href={`${by}:${part}`}>
          {shown(part)}
        </a>
      ) : (
        part
      ),
    )}
  </>
);

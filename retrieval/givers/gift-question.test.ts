import { describe, expect, it } from 'vitest';
import { asking } from '../sources/ranked-for-tests.ts';
import { giftQuestion } from './gift-question.ts';

const read = (text: string) => giftQuestion(asking(text).understanding);

describe('giftQuestion', () => {
  it.each([
    ['What demining equipment has Canada given Ukraine?', 'things'],
    ['що передала Латвія саперам', 'things'],
    ['какие машины подарила Чехия', 'things'],
    ['スイスはどんな機械を渡しましたか', 'things'],
    ['machines donated by Lithuania', 'things'],
    ['чим допомогла Данія', 'any'],
    ['What has Sweden provided to the State Emergency Service?', 'any'],
    ['какие деньги дала Бельгия на разминирование', 'money'],
    ['what training has Poland provided for Ukrainian deminers', 'training'],
  ])('hears in "%s" a question for %s', (text, kind) => {
    expect(read(text)?.kind).toBe(kind);
  });

  it.each([
    ['who gives', 'Хто передав машини розмінування?'],
    ['how many were given', 'Скільки машин передала Хорватія?'],
    ['when it was', 'Коли Естонія передала міношукачі?'],
    ['a thing in particular', 'Which soap-based foam did Sweden give?'],
    ['two givers held against each other', 'Хто дав більше машин: Данія чи Швеція?'],
    ['what somebody did', 'Чому опозиція критикувала Швецію?'],
    ['no giver', 'Які машини передали Україні?'],
    ['the newest', 'What is the latest machine Denmark has given?'],
  ])('leaves to others a question that asks %s', (_, text) => {
    expect(read(text)).toBeNull();
  });

  it('takes the country for the giver where an organisation gets', () => {
    expect(read('What did Sweden give the State Emergency Service?')?.givers).toHaveLength(1);
  });

  it('asks for dogs alone where dogs are asked for', () => {
    const things = (text: string) => read(text)!.things;
    expect(things('яких собак передала Боснія').has('cmachine')).toBe(false);
    expect(things('що передала Боснія').has('cmachine')).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import {
  asksLatest,
  asksToCompare,
  asksToList,
  checksFigure,
  isFollowUp,
  wantedOf,
} from './question-kind.ts';

describe('wantedOf', () => {
  it.each([
    ['скільки грошей дала Японія?', 'money'],
    ["size of Spain's grant for the limb centre", 'money'],
    ['розмір внеску Данії', 'money'],
    ['How much did Norway pledge?', 'money'],
    ['日本はいくら拠出しましたか', 'money'],
    ['скільки машин передала Хорватія', 'count'],
    ['How many deminers were trained?', 'count'],
    ['Яка площа замінованих земель?', 'area'],
    ['how big is the mined area', 'area'],
    ['how big is the World Bank loan', 'money'],
    ['кількість груп розмінування по роках', 'count'],
    ['скільки в середньому коштував гектар', 'money'],
    ['где больше собак, в Сумах или в Киеве', 'where'],
    ['на що йдуть польські гроші', 'any'],
    ['яка зараз сума на лінії електропередачі', 'money'],
    ['саперам якої області передали машину', 'where'],
    ['яка частка жінок серед саперів', 'percent'],
    ['скільки днів чекали на виплату', 'duration'],
    ['коли підписали угоду', 'date'],
    ['when was it signed?', 'date'],
    ['いつ署名されましたか', 'date'],
    ['хто фінансує платформу', 'who'],
    ['де навчали саперів', 'where'],
    ['чому відхилили заявки', 'why'],
    ['що таке НТО', 'any'],
    ['how many landmines were destroyed', 'count'],
    ['Which European countries are leaving the treaty', 'who'],
    ['яка ситуація з комунальними землями колишнього колгоспу', 'any'],
    ['розкажи про розмінування Івано-Франківська', 'any'],
    ['what happened in the whole summer', 'any'],
  ])('reads %s as asking for %s', (question, wanted) => {
    expect(wantedOf(question)).toBe(wanted);
  });
});

describe('isFollowUp', () => {
  it('holds for what cannot stand alone', () => {
    expect(isFollowUp('а Литва?', 1)).toBe(true);
    expect(isFollowUp('and in euros?', 2)).toBe(true);
    expect(isFollowUp('who makes them?', 1)).toBe(true);
  });

  it('does not hold for a question of its own', () => {
    expect(isFollowUp('Скільки машин розмінування передала Україні Хорватія?', 5)).toBe(false);
  });
});

describe('asksLatest, asksToCompare and asksToList', () => {
  it('tell the three kinds apart', () => {
    expect(asksLatest('скільки зараз операторів')).toBe(true);
    expect(asksLatest('скільки операторів було у 2023')).toBe(false);
    expect(asksLatest('сколько собак в итоге приехало')).toBe(true);
    expect(asksLatest('скільки саперів поранило, уточнені дані')).toBe(true);
    expect(asksLatest('what finally happened to the grant')).toBe(true);
    expect(asksLatest('правильно діяли сапери, скільки їх було')).toBe(false);
    expect(asksToCompare('89 чи 91,5 млн доларів?')).toBe(true);
    expect(asksToCompare('скільки дала Японія')).toBe(false);
    expect(asksToCompare('у січні чи в лютому більше очистили')).toBe(true);
    expect(asksToCompare('где собак больше, в Сумах или в Киеве')).toBe(true);
    expect(asksLatest('какой стал бюджет программы')).toBe(true);
    expect(asksToCompare('скільки дала Австралія зараз, не спочатку')).toBe(false);
    expect(asksToCompare('скільки дала Австралія спочатку і зараз')).toBe(true);
    expect(asksToList('які країни входять до коаліції')).toBe(true);
    expect(asksToList('скільки країн у коаліції')).toBe(false);
  });
});

describe('checksFigure', () => {
  it('holds for a figure heard elsewhere and not for one that only stands in the question', () => {
    expect(checksFigure('скільки операторів, 58?')).toBe(true);
    expect(checksFigure('операторів у країні - 58?')).toBe(true);
    expect(checksFigure('Price of the training part in the Kobra-7 contract?')).toBe(false);
    expect(checksFigure('скільки важить чеська машина влк-3')).toBe(false);
    expect(checksFigure('Who won the framework contract for 6,000 hectares?')).toBe(false);
    expect(checksFigure('is it 6,000 hectares, or 7,000 hectares?')).toBe(false);
  });
});

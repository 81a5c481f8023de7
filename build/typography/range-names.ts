/** Months and days of the week, written out or shortened, in the languages of the house. */
const name = [
  'jan(?:uary|uar|\\.)?|feb(?:ruary|ruar|r?\\.)?|mar(?:ch|s|\\.)?|märz|apr(?:il|\\.)?|may|mai|june?|juni|juin|july?|juli|juillet|aug(?:ust|\\.)?|août|sept?(?:ember|embre|\\.)?|o[ck]t(?:ober|obre|\\.)?|nov(?:ember|embre|\\.)?|de[cz](?:ember|\\.)?|janvier|février|avril|décembre',
  'січ(?:ень|ня)|лют(?:ий|ого)|берез(?:ень|ня)|квіт(?:ень|ня)|трав(?:ень|ня)|черв(?:ень|ня)|лип(?:ень|ня)|серп(?:ень|ня)|верес(?:ень|ня)|жовт(?:ень|ня)|листопада?|груд(?:ень|ня)',
  'январ[ья]|феврал[ья]|марта?|апрел[ья]|ма[йя]|июн[ья]|июл[ья]|августа?|сентябр[ья]|октябр[ья]|ноябр[ья]|декабр[ья]',
  '(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche',
  "понеділок|вівторок|середа|четвер|п['’]ятниця|субота|неділя|понедельник|вторник|четверг|пятница|суббота|воскресенье",
].join('|');

/** The first of two names with a hyphen between them: January-March, Monday-Friday. */
export const rangesOfNames = new RegExp(String.raw`(?<![\p{L}\d-])(?:${name})(?=-(?:${name})(?![\p{L}-]))`, 'giu');

/** Days, each week in the order of its language. A week may begin with its Sunday. */
const weeks = [
  'Sun Mon Tue Wed Thu Fri Sat Sun',
  'Mo Di Mi Do Fr Sa So',
  'Пн Вт Ср Чт Пт Сб Нд',
  'Пн Вт Ср Чт Пт Сб Вс',
].map((week) => week.split(' '));

/** True if two words are shortened days of one week, in its order. */
export function isRangeOfDays(from: string, to: string): boolean {
  return weeks.some((week) => week.includes(from) && week.lastIndexOf(to) > week.indexOf(from));
}

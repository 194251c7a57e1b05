/**
 * Names that mean one area: the first is the one that is compared, the others are old names and other spellings that files use.
 * Data, not rules: another country is another line. A name stands in one line only.
 */
export const equalAreaNames: readonly (readonly string[])[] = [
  // DR Congo: provinces
  ['Kongo Central', 'Congo Central', 'Bas-Congo', 'Bas-Zaïre'],
  ['Maï-Ndombe', 'Mai Ndombé', 'Maindombe'],
  ['Kasaï-Central', 'Lulua'],
  ['Nord-Kivu', 'North Kivu'],
  ['Sud-Kivu', 'South Kivu'],
  ['Haut-Uele', 'Haut-Uélé', 'Upper Uele'],
  ['Bas-Uele', 'Bas-Uélé', 'Lower Uele'],
  // DR Congo: towns and territories
  ['Kinshasa', 'Léopoldville'],
  ['Kisangani', 'Stanleyville'],
  ['Lubumbashi', 'Lubumashi', 'Élisabethville'],
  ['Kananga', 'Luluabourg'],
  ['Mbandaka', 'Coquilhatville'],
  ['Likasi', 'Jadotville'],
  ['Bukavu', 'Costermansville'],
  ['Kalemie', 'Albertville'],
  ['Moanda', 'Muanda'],
  ['Masi-Manimba', 'Masimanimba'],
  ['Mwene-Ditu', 'Muene-Ditu'],
  ['Ngandajika', 'Gandajika'],
  ['Rutshuru', 'Rutchuru'],
  // DR Congo: health zones
  ['Tshitenge', 'Citenge'],
  ['Kabeya Kamwanga', 'Kabeya Kamuanga'],
  ['Kiambi', 'Kiyambi'],
  ['Kisenso', 'Kinsenso'],
  ['Malemba-Nkulu', 'Malemba'],
  ['Ngiri-Ngiri', 'Ngir-Ngiri'],
  ['Ndjoko-Punda', 'Ndjoko-Mpunda'],
  ['Nsona-Pangu', 'Nsona-Mpangu'],
  ['Nyankunde', 'Nyakunde'],
  ['Nyiragongo', 'Nyirangongo'],
  ['Tshamilemba', 'Tshamilembe'],
  ['Mutwanga', 'Mutuanga'],
  ['Kirotshe', 'Kirotse'],
];

/** Names of areas that were divided: they mean several, so a person has to say which. */
export const dividedAreaNames: readonly { readonly name: string; readonly into: readonly string[] }[] = [
  // DR Congo: provinces until 2015. Équateur and Kasaï-Oriental are left out: their names live on in one of the parts.
  { name: 'Katanga', into: ['Haut-Katanga', 'Haut-Lomami', 'Lualaba', 'Tanganyika'] },
  { name: 'Province Orientale', into: ['Bas-Uele', 'Haut-Uele', 'Ituri', 'Tshopo'] },
  { name: 'Bandundu', into: ['Kwango', 'Kwilu', 'Maï-Ndombe'] },
  { name: 'Kasaï-Occidental', into: ['Kasaï', 'Kasaï-Central'] },
];

/**
 * Given names that are common in the texts of the field, in compared form. Only names that are hardly ever anything else:
 * a name that is also a word, a place or an organisation is left out.
 */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  `abdoul abdoulaye abel adele adolphe agathe agnes aime aimee alain albert albertine alexandre alexis alice alimasi alphonse alphonsine amina aminata anastasie andre andrea angele angelique anne annie antoine antoinette
  aristide armand arsene augustin aurelie balthazar baptiste baraka barthelemy beatrice benjamin benoit bernadette bernard bertin blaise boniface brigitte bruno celestin celestine cecile charles charlotte chantal christelle christian
  christiane christine christophe claire clarisse claude claudette claudine clement clementine colette constantin daniel danielle david deborah delphin delphine denis denise didier dieudonne dominique donatien
  dorcas edouard eleonore elie elisabeth elise elodie emile emilie emmanuel emmanuelle ernest esther etienne eugene eugenie evariste eveline fabien fabrice fatima fatuma faustin felicien felix fernand fidele
  fideline florence florent florian francine franck francois francoise frederic furaha gabriel gaspard gaston gedeon genevieve georges georgette gerard germain germaine gertrude ghislain gilbert gilberte gisele gloria gratien gregoire
  guillaume gustave guy habiba hamida helene henri henriette herve hilaire honorine huguette ibrahim ignace irene isaac isabelle ismael jacob jacqueline jacques janvier jean jeanine jeanne jeannette jeremie jerome jessica joel
  johanna jonas jonathan joseph josephine josue josiane judith jules julie julien julienne juliette justin justine kavira kambale katungu kahindo lambert laurent laurette lea leon leonard leonie leopold liliane louis louise luc lucas
  lucie lucien lucienne lydia lydie madeleine marceline marcel marcelline marguerite mariam mariama marianne marie marius marlene marthe martin martine masika mathieu mathilde matthieu maurice mechack melanie micheline michel michele
  moise monique mohamed moussa mwamini myriam nadege nadine nathalie nathan neema nestor nicolas nicole noella norbert odette olivier oscar pascal pascaline pascasie patricia patrick patrice paul paulin pauline philippe
  philomene pierre rachel rachid raissa raphael raymond rebecca rehema regine rene richard robert rodrigue roger roland rosalie rosette rosine ruth sabine salima salomon salome samuel sandra sandrine sarah sara
  schadrac sebastien serge seraphin severin sifa simeon simon simone solange solene sophie stanislas stephane stephanie suzanne sylvain sylvestre sylvie tatiana theodore theophile therese thierry thomas timothee ursule valentin valentine
  valerie veronique victorine vincent virginie viviane willy xavier yannick yolande yves yvette yvonne zacharie zainabu zawadi
  james john mary michael peter stephen susan elizabeth joshua andrew catherine george william anthony margaret jennifer linda barbara thomas charles`
    .split(/\s+/)
    .filter((name) => name !== ''),
);

/**
 * Frequent given names of many languages, written from general knowledge: they tell a person from a company
 * ("Maria Lopez" / "Delta Lopez") and, where the name says so, "he" from "she". Names that are first of all a
 * common word at the start of a sentence (Will, Grace, May, Hope, Mark) are left to the other cues.
 */
export const MALE = `Aaron Abdul Abdullah Abel Abraham Adam Adel Adrian Ahmad Ahmed Ajay Ajit Akbar Akira Alan Albert
Alberto Alejandro Aleksandr Aleksei Alessandro Alex Alexander Alexandre Alexei Alexey Alfred Ali Allan Allen Alvin
Amir Anatoly Anders Andre Andrea Andreas Andrei Andrew Andrey Andrzej Andy Angelo Anil Anthony Anton Antonio Antony
Anwar Ariel Arjun Armando Arnold Arthur Arturo Arun Ashok Atal Bashar Barack Barry Ben Benito Benjamin Bernard Bernardo
Bernie Bert Bilal Bill Billy Bjorn Bob Bobby Boris Brad Bradley Brandon Brendan Brent Brett Brian Bruce Bruno Bryan
Carl Carlo Carlos Cesar Charles Charlie Chris Christian Christopher Chuck Clarence Claude Clifford Colin Craig Curtis
Cyril Dale Damian Dan Daniel Danny Darren Dave David Dean Deepak Denis Dennis Derek Diego Dieter Dilip Dmitri Dmitry
Dominic Don Donald Doug Douglas Duncan Dwight Earl Ed Eddie Edgar Eduardo Edward Edwin Elias Elijah Emmanuel Emomali
Enrique Eric Erich Erik Ernest Ernesto Ethan Eugene Evan Fabio Faisal Farid Felipe Felix Fernando Fidel Francesco
Francis Francisco Francois François Frank Franklin Franz Fred Frederick Friedrich Gabriel Gareth Gary Gavin Gennady
Geoff Geoffrey George Georges Gerald Gerard Gerhard Gilbert Giorgio Giovanni Giuseppe Glenn Gordon Graham Greg Gregory
Guillermo Gunter Gustavo Guy Habib Hamid Hans Harold Harry Harsh Harvey Hasan Hassan Hector Heinrich Helmut Henri Henry
Herbert Herman Hideo Hiroshi Howard Hugh Hugo Hussein Ian Ibrahim Igor Ikram Imran Ion Isaac Islam Ismail Ivan Jack
Jacob Jacques Jaime Jake Jalal Jamal James Jamie Jan Jason Javier Jay Jean Jeff Jeffrey Jens Jeremy Jerome Jerry
Jesse Jesus Jim Jimmy Joachim Joao João Joe Joel Johan Johann Johannes John Johnny Jon Jonathan Jorge Jose José Josef
Joseph Josh Joshua Juan Julian Julio Jürgen Justin Kamal Karim Karl Kassym-Jomart Keith Ken Kenneth Kenji Kevin Khalid
Khalil Kim Klaus Kofi Kumar Kurt Kyle Lance Larry Lars Laurent Lawrence Lee Leo Leon Leonard Leonid Leonardo Lewis Liam
Lloyd Louis Luc Lucas Luca Luigi Luis Luke Mahatma Mahmoud Mahmud Manmohan Manuel Marc Marcel Marcelo Marco Marcus
Mario Marius Martin Marvin Mathew Matt Matthew Matthias Maurice Mauricio Max Maxim Mehmet Michael Michel Miguel Mikael
Mike Mikhail Milan Milton Mitch Mohamed Mohammad Mohammed Moritz Moses Muammar Muhammad Mustafa Narendra Nasser Nathan
Neil Nelson Nicholas Nick Nicolas Nikita Nikolai Nikolay Nigel Niels Noah Noel Norman Nouri Nursultan Oleg Oliver Olaf
Omar Oscar Oskar Osama Otto Owen Pablo Pascal Patrick Paul Paulo Pavel Pedro Pervez Pete Peter Petro Phil Philip
Philippe Phillip Pierre Pietro Piotr Pradeep Prakash Rafael Rahul Raj Rajesh Rajiv Ralph Ramon Ramzan Randy Rashid Raul
Ravi Ray Raymond Recep Reinhard Rene René Ricardo Richard Rick Rob Robert Roberto Robin Rodrigo Rodney Roger Roland
Rolf Roman Ron Ronald Ross Roy Ruben Rudolf Russell Rustam Ryan Saddam Salman Salvador Sam Samuel Sanjay Scott Sean
Sebastian Serge Sergei Sergey Sergio Seth Shane Shavkat Shaun Shawn Shinzo Sidney Simon Stanislaw Stanley Stefan
Stefano Stephen Steve Steven Stewart Stuart Subrahmanyam Sunil Suresh Sven Syed Takeshi Tariq Ted Terry Theodore Thomas
Tim Timothy Toby Todd Tom Tomas Tommy Tony Trevor Tyler Umar Vadim Vasily Viktor Vincent Vince Vijay Vikram Vince
Vitaly Vladimir Volodymyr Vyacheslav Waleed Walter Warren Wayne Werner Wilhelm William Willy Winston Wolfgang Xavier
Xi Yann Yasser Yuri Yusuf Yves Zachary`
export const FEMALE = `Abigail Ada Adele Agnes Aisha Alexandra Alice Alicia Alina Alison Allison Amanda Amelia Amina
Amy Ana Anastasia Andrea Angela Angelina Anita Ann Anna Anne Annette Annie Antonia Ashley Astrid Audrey Barbara Beatrice
Beatriz Benazir Bernadette Beth Betty Beverly Birgit Brenda Bridget Brigitte Camille Carla Carmen Carol Carolina
Caroline Carolyn Catherine Cecilia Charlotte Cheryl Chiara Chloe Christa Christina Christine Cindy Claire Clara Claudia
Condoleezza Connie Constance Cristina Cynthia Daisy Daniela Danielle Deborah Debra Denise Diana Diane Dolores Donna
Dora Doris Dorothy Edith Eileen Elaine Eleanor Elena Elisabeth Elizabeth Ella Ellen Elsa Emily Emma Erica Erika Erin
Esther Eva Evelyn Fatima Fiona Florence Frances Francesca Françoise Freda Gabriela Geraldine Gillian Gina Giulia Gloria
Greta Hannah Heather Heidi Helen Helena Helga Hilary Hillary Ida Indira Ines Ingrid Irene Irina Isabel Isabella Jackie
Jacqueline Jane Janet Janice Jasmine Jean Jeanne Jennifer Jenny Jessica Jill Joan Joanna Jocelyn Judith Judy Julia
Juliana Julie Juliet Karen Karin Kate Katharina Katherine Kathleen Kathryn Kathy Katie Katrina Keiko Kelly Kim Kimberly
Kirsten Kristen Kristin Laila Lara Laura Lauren Leila Lena Leslie Lily Linda Lisa Liz Lois Lorena Loretta Louise Lucia
Lucy Lydia Lynn Madeleine Magdalena Maggie Manuela Margaret Margarita Maria María Mariam Marianne Marie Marina Marion
Marlene Marta Martha Martina Mary Maryam Matilda Maureen Megan Melanie Melissa Mercedes Michelle Mildred Miriam Molly
Monica Monika Monique Nadia Nancy Naomi Natalia Natalie Natasha Nicola Nicole Nina Noor Nora Olga Olivia Pamela Patricia
Paula Pauline Peggy Petra Phyllis Pooja Prerna Priya Rachel Rebecca Renata Renee Rita Roberta Rosa Rosalind Rosemary
Roza Ruth Sabine Sabrina Sally Samantha Sandra Sara Sarah Shannon Sharon Sheila Shirley Silvia Simone Sofia Sonia
Sophia Sophie Stella Stephanie Susan Susanne Suzanne Svetlana Sylvia Tabasum Tamara Tania Tanya Tatiana Teresa Theresa
Tina Tracy Ursula Valentina Valerie Vanessa Vera Veronica Victoria Virginia Vivian Wanda Wendy Yasmin Yoko Yulia Yvonne
Zainab Zoe`

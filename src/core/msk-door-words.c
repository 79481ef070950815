/* What the door says: for each verdict a word, the reason, the next step, and who may help.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-door.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *word;
  const char *reason;
  const char *next_step;
  const char *helper; /* or NULL */
} Words;

static const Words words[] = {
  [MSK_DOOR_ADMITTED] = { N_ ("Admitted"), N_ ("This person is counted as inside."),
                          N_ ("Let them in, and scan the next badge."), NULL },
  [MSK_DOOR_LET_OUT] = { N_ ("Out"), N_ ("This person is counted as outside."),
                         N_ ("Let them out, and scan the next badge."), NULL },
  [MSK_DOOR_REJECTED] = { N_ ("Rejected"),
                          N_ ("The responsible leader rejected this person for this meeting."),
                          N_ ("Keep them outside, and let them see nothing."),
                          N_ ("security officer") },
  [MSK_DOOR_WITHDRAWN] = { N_ ("Withdrawn"),
                           N_ ("This person was taken off the list after it was sealed."),
                           N_ ("Keep them outside, and keep the badge."),
                           N_ ("responsible leader") },
  [MSK_DOOR_NOT_ON_SEALED_LIST] = { N_ ("Not on a sealed list"),
                                    N_ ("No sealed list admits this person."),
                                    N_ ("Have them wait outside until the list is decided and "
                                        "sealed."),
                                    N_ ("responsible leader") },
  [MSK_DOOR_PRESS_NOT_DECIDED] = { N_ ("Press not decided"),
                                   N_ ("That this person of the press may come is not on record."),
                                   N_ ("Keep them outside until the decision is on record."),
                                   N_ ("responsible leader") },
  [MSK_DOOR_UNDERTAKING_MISSING] = { N_ ("Undertaking missing"),
                                     N_ ("The press signs an undertaking first, and this person’s "
                                         "is not on record."),
                                     N_ ("Send them to sign it, then scan again."),
                                     N_ ("organiser") },
  [MSK_DOOR_ALREADY_INSIDE] = { N_ ("Already inside"),
                                N_ ("This person went in before and has not come out."),
                                N_ ("Look who stands before you: if it is somebody else, hold both "
                                    "person and badge."),
                                N_ ("security officer") },
  [MSK_DOOR_MEETING_NOT_OPENED] = { N_ ("Not opened yet"),
                                    N_ ("The responsible leader has not opened the meeting."),
                                    N_ ("Have everybody wait outside."),
                                    N_ ("responsible leader") },
  [MSK_DOOR_OUTSIDE_THE_HOURS] = { N_ ("Outside the hours"),
                                   N_ ("The meeting admits nobody at this hour."),
                                   N_ ("Look at the meeting’s times and at this machine’s clock."),
                                   N_ ("organiser") },
  [MSK_DOOR_NOT_FOR_THIS_ITEM] = { N_ ("Not for this item"),
                                   N_ ("The agenda item that is being dealt with is not for this "
                                       "person."),
                                   N_ ("Have them wait outside until their own item comes."),
                                   N_ ("organiser") },
  [MSK_DOOR_NOT_BRIEFED] = { N_ ("Not briefed"),
                             N_ ("This person was not briefed on the text in force, or has not "
                                 "acknowledged the duties of their post."),
                             N_ ("Send them to be briefed, then scan again."), N_ ("organiser") },
  [MSK_DOOR_PLEDGE_MISSING] = { N_ ("Pledge missing"),
                                N_ ("This person has not signed the pledge in force."),
                                N_ ("Send them to sign it, then scan again."), N_ ("organiser") },
  [MSK_DOOR_NOTICE_NOT_ACKNOWLEDGED] = { N_ ("Notice not acknowledged"),
                                         N_ ("This person has not acknowledged the notice in "
                                             "force."),
                                         N_ ("Have them read it and acknowledge it, then scan "
                                             "again."),
                                         N_ ("organiser") },
  [MSK_DOOR_DEVICES_NOT_DEPOSITED] = { N_ ("Devices not deposited"),
                                       N_ ("It is not on record that this person carries no "
                                           "device, or has left each in deposit."),
                                       N_ ("Ask them: record that they have none, or send them to "
                                           "leave each in deposit, then scan again."),
                                       N_ ("desk clerk") },
  [MSK_DOOR_IDENTITY_NOT_SEEN] = { N_ ("Who is it?"),
                                   N_ ("Nobody has confirmed yet that this is the person of the "
                                       "badge."),
                                   N_ ("Compare the face with the document, and record what you "
                                       "saw."),
                                   NULL },
  [MSK_DOOR_NOT_INSIDE] = { N_ ("Not inside"),
                            N_ ("Nothing is on record of this person having come in."),
                            N_ ("If they were inside, hold them: they came past the door."),
                            N_ ("security officer") },
  [MSK_DOOR_OPEN_ITEMS] = { N_ ("Papers still out"),
                            N_ ("This person still holds papers or carriers of the meeting."),
                            N_ ("Send them back to return these first, then scan again."),
                            N_ ("security officer") },
  [MSK_DOOR_VOID_BADGE] = { N_ ("Void badge"),
                            N_ ("This badge was replaced, given up or reported lost."),
                            N_ ("Keep the badge, and hold the person until it is clear who they "
                                "are."),
                            N_ ("security officer") },
  [MSK_DOOR_BADGE_NOT_CONFIRMED] = { N_ ("Badge not confirmed"),
                                     N_ ("Nobody looked at this badge after it was printed."),
                                     N_ ("Look at it and confirm it where badges are printed, then "
                                         "scan again."),
                                     N_ ("desk clerk") },
  [MSK_DOOR_VOID_TAG] = { N_ ("Unknown badge"),
                          N_ ("The code is genuine, but nothing is registered under it."),
                          N_ ("Keep it, and hold the person."), N_ ("security officer") },
  [MSK_DOOR_NOT_A_BADGE] = { N_ ("Not a badge"), N_ ("This is the code of a paper or a carrier."),
                             N_ ("Scan the person’s badge; papers do not leave by the door."),
                             N_ ("security officer") },
  [MSK_DOOR_OTHER_MEETING] = { N_ ("Other meeting"), N_ ("This badge belongs to another meeting."),
                               N_ ("Keep the person outside, and keep the badge."),
                               N_ ("security officer") },
  [MSK_DOOR_FORGED_TAG] = { N_ ("Forged badge"), N_ ("This code was not made by this appliance."),
                            N_ ("Keep the badge, and hold the person."), N_ ("security officer") },
  [MSK_DOOR_FOREIGN_CODE] = { N_ ("Unknown code"), N_ ("This is no code of the kit."),
                              N_ ("Scan the person’s badge."), NULL },
  [MSK_DOOR_CUT_CODE] = { N_ ("Code cut short"), N_ ("Only a part of a code was read."),
                          N_ ("Hold the badge flat and scan again."), NULL },
};

static const char *const identities[] = {
  [MSK_IDENTITY_NONE] = N_ ("not seen"),
  [MSK_IDENTITY_ID_CARD] = N_ ("identity card"),
  [MSK_IDENTITY_SERVICE_CARD] = N_ ("service card"),
  [MSK_IDENTITY_OTHER_DOCUMENT] = N_ ("another document with a picture"),
  [MSK_IDENTITY_KNOWN] = N_ ("known to the clerk"),
};

static const char *const directions[] = {
  [MSK_DIRECTION_IN] = N_ ("in"),
  [MSK_DIRECTION_OUT] = N_ ("out"),
};

gboolean
msk_door_verdict_is_alarm (MskDoorVerdict verdict)
{
  static const MskDoorVerdict alarms[] = {
    MSK_DOOR_REJECTED,   MSK_DOOR_WITHDRAWN, MSK_DOOR_ALREADY_INSIDE, MSK_DOOR_NOT_INSIDE,
    MSK_DOOR_VOID_BADGE, MSK_DOOR_VOID_TAG,  MSK_DOOR_OTHER_MEETING,  MSK_DOOR_FORGED_TAG,
  };

  for (guint i = 0; i < G_N_ELEMENTS (alarms); i++)
    if (verdict == alarms[i])
      return TRUE;

  return FALSE;
}

gboolean
msk_door_verdict_is_question (MskDoorVerdict verdict)
{
  return verdict == MSK_DOOR_DEVICES_NOT_DEPOSITED || verdict == MSK_DOOR_IDENTITY_NOT_SEEN;
}

const char *
msk_door_verdict_get_word (MskDoorVerdict verdict)
{
  g_return_val_if_fail (verdict < G_N_ELEMENTS (words), "");

  return g_dgettext (GETTEXT_PACKAGE, words[verdict].word);
}

const char *
msk_door_verdict_get_reason (MskDoorVerdict verdict)
{
  g_return_val_if_fail (verdict < G_N_ELEMENTS (words), "");

  return g_dgettext (GETTEXT_PACKAGE, words[verdict].reason);
}

const char *
msk_door_verdict_get_next_step (MskDoorVerdict verdict)
{
  g_return_val_if_fail (verdict < G_N_ELEMENTS (words), "");

  return g_dgettext (GETTEXT_PACKAGE, words[verdict].next_step);
}

const char *
msk_door_verdict_get_helper (MskDoorVerdict verdict)
{
  g_return_val_if_fail (verdict < G_N_ELEMENTS (words), "");

  return words[verdict].helper != NULL ? g_dgettext (GETTEXT_PACKAGE, words[verdict].helper) : "";
}

const char *
msk_identity_get_label (MskIdentity identity)
{
  g_return_val_if_fail (identity < G_N_ELEMENTS (identities), "");

  return g_dgettext (GETTEXT_PACKAGE, identities[identity]);
}

const char *
msk_direction_get_label (MskDirection direction)
{
  g_return_val_if_fail (direction < G_N_ELEMENTS (directions), "");

  return g_dgettext (GETTEXT_PACKAGE, directions[direction]);
}

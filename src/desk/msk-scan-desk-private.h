/* What the two files of the desk with the scanner share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-copy.h"
#include "msk-issue-terms.h"
#include "msk-scan-desk.h"
#include "msk-tag-reader.h"

G_BEGIN_DECLS

struct _MskScanDesk
{
  GObject parent_instance;

  MskSession *session;
  MskScanMode mode;
  GListStore *verdicts;
  gint64 waiting_person;
  guint waiting_copy;
  guint waiting_page;
  guint waiting_carrier;
  MskMeasureArea zone; /* that is being swept */
  char *reason;        /* of what is registered as spoiled, or NULL */
  gboolean counting;   /* everything that is taken back is counted */
  gboolean by_hand;    /* a half of what is being done was chosen from a list, not scanned */
  GPtrArray *waivers;  /* of MskWaiver: who decided otherwise about what is being given out */
  MskVerdict *decided; /* the refusal that they decided about last, or NULL */
};

/* Only who may use this desk gets as far as a verdict. Every way in begins with the second, which
 * forgets besides what was decided about the thing before. */
gboolean msk_scan_desk_check_role (MskScanDesk *self, GError **error);
gboolean msk_scan_desk_check (MskScanDesk *self, GError **error);

void msk_scan_desk_forget_halves (MskScanDesk *self);

/* What the register keeps of how it was done. */
const char *msk_scan_desk_get_remark (MskScanDesk *self);

/* A copy for a person, as the mode has it, or a carrier. */
MskVerdict *msk_scan_desk_give_copy (MskScanDesk *self,
                                     MskAttendee *attendee,
                                     MskCopy *copy,
                                     guint page,
                                     GError **error);
MskVerdict *msk_scan_desk_give_carrier (MskScanDesk *self,
                                        MskAttendee *attendee,
                                        MskCarrier *carrier,
                                        GError **error);

/* At the returns: taken back, or waiting to be counted. */
MskVerdict *msk_scan_desk_take_back (MskScanDesk *self, MskCopy *copy, guint page, GError **error);

/* Names in a verdict what the reading is known to be about. */
void msk_scan_desk_add_known (MskScanDesk *self, MskVerdict *verdict, const MskTagReading *reading);

/* Gives a verdict its balance and its place at the head of the list. Takes verdict, which may be
 * NULL with lower set. */
MskVerdict *msk_scan_desk_conclude (MskScanDesk *self,
                                    MskVerdict *verdict,
                                    const MskTagReading *reading,
                                    GError *lower,
                                    GError **error);

G_END_DECLS

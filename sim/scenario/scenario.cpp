// SPDX-License-Identifier: EUPL-1.2
#include "sim/scenario/scenario.h"

namespace mgz {

static TrainingOptions default_training()
{
    TrainingOptions t;
    t.places = {{Series{{{2000, 400},
                         {2004, 450},
                         {2007, 530},
                         {2010, 600},
                         {2012, 720},
                         {2013, 750},
                         {2021, 820},
                         {2023, 921},
                         {2024, 954}}},
                 Series{{{2000, 200}, {2013, 217}, {2017, 245}, {2021, 260}}},
                 Series{{{2000, 27}}}}};
    t.fill = {
        {Series{{{2000, 0.97}, {2022, 0.80}}}, Series{{{2000, 0.58}}}, Series{{{2000, 0.56}}}}};
    t.yield = {{0.92, 0.85, 0.90}};
    t.years = {{3.2, 3.4, 3.3}};
    t.age_at_diploma = {{33, 36, 37}};
    t.women = {{0.74, 0.80, 0.85}};
    t.trainees_per_supervisor = {{0.5, 0.5, 0.3}};
    return t;
}

static NeedOptions default_need()
{
    NeedOptions n;
    n.start_gap = {{-0.04421, -0.0754, 0.278}};
    n.growth = {{0.013, 0.025, 0.020}};
    n.age_growth = {0.000, 0.002, 0.018, 0.025, 0.030};
    n.age_use = {{std::array<double, 5>{0.6, 0.9, 1.4, 2.0, 2.6},
                  std::array<double, 5>{0.0, 0.01, 0.15, 1.0, 4.5},
                  std::array<double, 5>{1.0, 1.0, 1.0, 0.5, 0.3}}};
    return n;
}

static CareerOptions default_careers()
{
    CareerOptions c;
    c.stock = {{9900, 1300, 150}};
    c.start_age_slope = {{-0.4, 0.2, 0.0}};
    c.early_leaving = {{0.007364, 0.02829, 0.01593}};
    c.relocation = {{0.03, 0.03, 0.03}};
    c.fte = {{0.73, 0.80, 0.80}};
    c.hours_trend = {
        {Series{{{2000, 0.0}, {2022, -0.003}}}, Series{{{2000, 0.0}}}, Series{{{2000, 0.0}}}}};
    c.owner_preference = Series{{{2010, 0.7849}, {2016, 0.3453}}, Series::Shape::linear};
    c.locum_preference = Series{{{2003, 0.20}, {2010, 0.45}, {2016, 0.85}}, Series::Shape::linear};
    c.owner_sale = Series{{{2000, 0.0}, {2012, 0.008977}, {2018, 0.02244}, {2022, 0.008977}}};
    return c;
}

static SettlementOptions default_settlement()
{
    SettlementOptions s;
    s.home_weight = 0.05301;
    s.size = 0.7566;
    s.load = 0.1132;
    return s;
}

Scenario::Scenario()
    : training(default_training()),
      need(default_need()),
      careers(default_careers()),
      settlement(default_settlement())
{
}

}  // namespace mgz
